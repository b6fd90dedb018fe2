package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An application role: what the consumer's administrator grants to people. */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface ApplicationRole {

  /** Name, an unquoted identifier. */
  String name();

  /** Whom the role is for; becomes its COMMENT. */
  String comment();

  /** Roles whose rights this role has too. */
  String[] inherits() default {};
}
