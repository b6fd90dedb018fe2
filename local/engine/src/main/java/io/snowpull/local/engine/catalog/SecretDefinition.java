package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** A secret without its value: values are kept apart, see the secret vault in package access. */
public record SecretDefinition(Header header, Type type) implements CatalogObject {

  /** The kinds of secret; SHOW SECRETS prints the names. */
  public enum Type {
    GENERIC_STRING,
    PASSWORD,
    OAUTH2
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SECRET;
  }

  @Override
  public SecretDefinition withHeader(Header newHeader) {
    return new SecretDefinition(newHeader, type);
  }
}
