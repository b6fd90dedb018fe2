package io.snowpull.annotations;

/** Kinds of secrets that a procedure can be given. */
public enum SecretType {
  GENERIC_STRING,
  OAUTH2,
  PASSWORD
}
