package io.snowpull.local.engine.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One privilege held by one principal.
 *
 * @param privilege in upper case as SHOW GRANTS prints it; USAGE on a role object means membership
 * @param on the object; null for privileges on the account
 */
public record Grant(
    String privilege,
    @Nullable ObjectKey on,
    Principal to,
    Principal by,
    boolean grantOption,
    Instant createdOn) {

  /** True if the other grant is for the same privilege, object and grantee. */
  public boolean sameRight(Grant other) {
    return privilege.equals(other.privilege)
        && java.util.Objects.equals(on, other.on)
        && to.equals(other.to);
  }
}
