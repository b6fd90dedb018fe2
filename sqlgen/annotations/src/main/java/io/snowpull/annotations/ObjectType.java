package io.snowpull.annotations;

import static io.snowpull.annotations.ObjectPrivilege.DELETE;
import static io.snowpull.annotations.ObjectPrivilege.INSERT;
import static io.snowpull.annotations.ObjectPrivilege.MODIFY;
import static io.snowpull.annotations.ObjectPrivilege.MONITOR;
import static io.snowpull.annotations.ObjectPrivilege.OPERATE;
import static io.snowpull.annotations.ObjectPrivilege.READ;
import static io.snowpull.annotations.ObjectPrivilege.REFERENCES;
import static io.snowpull.annotations.ObjectPrivilege.SELECT;
import static io.snowpull.annotations.ObjectPrivilege.TRUNCATE;
import static io.snowpull.annotations.ObjectPrivilege.UPDATE;
import static io.snowpull.annotations.ObjectPrivilege.USAGE;

import java.util.EnumSet;
import java.util.Set;

/**
 * Kinds of objects that can be referenced, with the privileges that exist for each.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/native-apps/requesting-refs">object
 *     types and privileges</a>
 */
public enum ObjectType {
  TABLE(SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES),
  VIEW(SELECT, REFERENCES),
  EXTERNAL_TABLE(SELECT, REFERENCES),
  FUNCTION(USAGE),
  PROCEDURE(USAGE),
  WAREHOUSE(MODIFY, MONITOR, USAGE, OPERATE),
  API_INTEGRATION(USAGE),
  EXTERNAL_ACCESS_INTEGRATION(USAGE),
  SECRET(USAGE, READ);

  private final EnumSet<ObjectPrivilege> privileges;

  ObjectType(ObjectPrivilege... privileges) {
    this.privileges = EnumSet.of(privileges[0], privileges);
  }

  /** The kind as SQL and the manifest spell it, with spaces. */
  public String sql() {
    return name().replace('_', ' ');
  }

  /** Privileges that can be asked for on this kind. */
  public Set<ObjectPrivilege> privileges() {
    return EnumSet.copyOf(privileges);
  }

  /** Whether a configuration callback is required; it is forbidden for all other kinds. */
  public boolean configured() {
    return this == EXTERNAL_ACCESS_INTEGRATION || this == SECRET;
  }
}
