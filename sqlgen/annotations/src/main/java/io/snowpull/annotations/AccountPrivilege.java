package io.snowpull.annotations;

/**
 * Privileges on the account that an application can ask for.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/requesting-privs">requesting
 *     privileges (manifest version 1)</a>
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/requesting-auto-privs">automatic
 *     granting (manifest version 2)</a>
 */
public enum AccountPrivilege {
  BIND_SERVICE_ENDPOINT(Manifest.BOTH),
  CREATE_COMPUTE_POOL(Manifest.BOTH),
  CREATE_DATABASE(Manifest.BOTH),
  CREATE_EXTERNAL_ACCESS_INTEGRATION(Manifest.SECOND),
  CREATE_LISTING(Manifest.SECOND),
  CREATE_SECURITY_INTEGRATION(Manifest.SECOND),
  CREATE_SHARE(Manifest.SECOND),
  CREATE_WAREHOUSE(Manifest.BOTH),
  EXECUTE_ALERT(Manifest.FIRST),
  EXECUTE_MANAGED_TASK(Manifest.BOTH),
  EXECUTE_TASK(Manifest.BOTH),
  IMPORTED_PRIVILEGES_ON_SNOWFLAKE_DB(Manifest.FIRST),
  MANAGE_WAREHOUSES(Manifest.FIRST),
  READ_SESSION(Manifest.FIRST);

  private enum Manifest {
    FIRST,
    SECOND,
    BOTH
  }

  private final Manifest manifest;

  AccountPrivilege(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The privilege as SQL and the manifest spell it, with spaces. */
  public String sql() {
    return name().replace('_', ' ');
  }

  /** Whether a manifest of version 1 can ask for it. */
  public boolean requestable() {
    return manifest != Manifest.SECOND;
  }

  /** Whether a manifest of version 2 has it granted at installation. */
  public boolean grantedAutomatically() {
    return manifest != Manifest.FIRST;
  }
}
