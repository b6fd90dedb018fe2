package io.snowpull.annotations;

/** Privileges on a referenced object. */
public enum ObjectPrivilege {
  DELETE,
  INSERT,
  MODIFY,
  MONITOR,
  OPERATE,
  READ,
  REFERENCES,
  SELECT,
  TRUNCATE,
  UPDATE,
  USAGE
}
