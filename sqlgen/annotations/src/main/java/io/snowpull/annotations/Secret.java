package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A secret of the outside service; its value never enters the application's files. */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface Secret {

  /** Alias by which procedures read the secret. */
  String alias();

  /** Kind of the secret. */
  SecretType type() default SecretType.GENERIC_STRING;

  /** Suggested name of the secret in the consumer's account. */
  String name();

  /** What the secret must allow, as the consumer reads it. */
  String description();

  /** Reference of type SECRET through which the page can bind it; empty for none. */
  String reference() default "";

  /** Field of the configuration row with the name of the secret. */
  String configurationField() default "secret_name";
}
