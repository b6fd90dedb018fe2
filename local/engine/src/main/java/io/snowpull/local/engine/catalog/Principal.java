package io.snowpull.local.engine.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Whoever can own objects or hold privileges. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Principal.Role.class, name = "role"),
  @JsonSubTypes.Type(value = Principal.Application.class, name = "application"),
  @JsonSubTypes.Type(value = Principal.ApplicationRole.class, name = "application-role"),
  @JsonSubTypes.Type(value = Principal.User.class, name = "user")
})
public sealed interface Principal {

  /** The name as SHOW GRANTS prints it. */
  String displayName();

  /** The word SHOW GRANTS prints in {@code granted_to}. */
  String grantedTo();

  /** An account role. */
  record Role(String name) implements Principal {
    @Override
    public String displayName() {
      return name;
    }

    @Override
    public String grantedTo() {
      return "ROLE";
    }
  }

  /** An installed application: owns what it creates and acts with its own privileges only. */
  record Application(String name) implements Principal {
    @Override
    public String displayName() {
      return name;
    }

    @Override
    public String grantedTo() {
      return "APPLICATION";
    }
  }

  /** A role inside an application; it holds privileges but owns nothing. */
  record ApplicationRole(String application, String name) implements Principal {
    @Override
    public String displayName() {
      return application + "." + name;
    }

    @Override
    public String grantedTo() {
      return "APPLICATION_ROLE";
    }
  }

  /** A user; it holds roles only. */
  record User(String name) implements Principal {
    @Override
    public String displayName() {
      return name;
    }

    @Override
    public String grantedTo() {
      return "USER";
    }
  }
}
