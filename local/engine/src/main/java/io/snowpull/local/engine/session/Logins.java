package io.snowpull.local.engine.session;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.UserDefinition;
import io.snowpull.local.engine.result.SnowflakeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens sessions for those who know the password, or hold a one-time token. */
public final class Logins {

  private final String password;
  private final Catalog catalog;
  private final SessionRegistry sessions;
  private final OneTimeTokens oneTimeTokens;
  private final Clock clock;

  public Logins(
      String password,
      Catalog catalog,
      SessionRegistry sessions,
      OneTimeTokens oneTimeTokens,
      Clock clock) {
    this.clock = clock;
    this.password = password;
    this.catalog = catalog;
    this.sessions = sessions;
    this.oneTimeTokens = oneTimeTokens;
  }

  /** Where a client wants to start; null for the user's defaults. */
  public record Wishes(
      @Nullable String role,
      @Nullable String database,
      @Nullable String schema,
      @Nullable String warehouse) {}

  /**
   * A session for a user and password.
   *
   * @throws SnowflakeException 390100 if they do not fit
   */
  public Session withPassword(String user, String given, Wishes wishes) {
    String name = user.toUpperCase(Locale.ROOT);
    UserDefinition known =
        catalog
            .snapshot()
            .find(UserDefinition.class, ObjectKind.USER, QualifiedName.of(name))
            .orElse(null);
    boolean fits =
        MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    if (known == null || known.disabled() || !fits) {
      throw refused();
    }
    return sessions.open(name, start(known, wishes));
  }

  /**
   * A session for a one-time token, which is used up.
   *
   * @throws SnowflakeException 390303 if the token is not valid
   */
  public Session withToken(String token) {
    OneTimeTokens.Invitation invitation =
        oneTimeTokens
            .redeem(token)
            .orElseThrow(
                () -> new SnowflakeException("390303", "08001", "Invalid OAuth access token."));
    return sessions.open(invitation.user(), invitation.context());
  }

  /**
   * A session for a user who signed a JWT with the key that belongs to RSA_PUBLIC_KEY.
   *
   * @throws SnowflakeException 390144 if the token is not valid now for that user
   */
  public Session withSignedToken(String user, String token, Wishes wishes) {
    String name = user.toUpperCase(Locale.ROOT);
    UserDefinition known =
        catalog
            .snapshot()
            .find(UserDefinition.class, ObjectKind.USER, QualifiedName.of(name))
            .filter(found -> !found.disabled())
            .orElse(null);
    if (known == null || !SignedToken.isValid(token, name, known.rsaPublicKey(), clock.instant())) {
      throw new SnowflakeException("390144", "08001", "JWT token is invalid.");
    }
    return sessions.open(name, start(known, wishes));
  }

  private Context start(UserDefinition user, Wishes wishes) {
    CatalogSnapshot snapshot = catalog.snapshot();
    String role = folded(wishes.role() != null ? wishes.role() : user.defaultRole());
    if (role == null) {
      role = "PUBLIC";
    }
    Principal principal = new Principal.Role(role);
    boolean known =
        snapshot
            .find(io.snowpull.local.engine.catalog.ObjectKey.of(ObjectKind.ROLE, role))
            .isPresent();
    if (!known || !holds(snapshot, user.name().name(), principal)) {
      throw new SnowflakeException(
          "390186",
          "08001",
          "Role '"
              + role
              + "' specified in the connect string is not granted to this user. Contact your local"
              + " system administrator, or attempt to login with another role, e.g. PUBLIC.");
    }
    String database = existing(snapshot, ObjectKind.DATABASE, wishes.database());
    String schema = null;
    if (database != null) {
      String wished = folded(wishes.schema() == null ? "PUBLIC" : wishes.schema());
      schema =
          wished != null && snapshot.schema(QualifiedName.of(database, wished)).isPresent()
              ? wished
              : null;
    }
    String warehouse = wishes.warehouse() != null ? wishes.warehouse() : user.defaultWarehouse();
    return new Context(
        principal, database, schema, existing(snapshot, ObjectKind.WAREHOUSE, warehouse));
  }

  private static boolean holds(CatalogSnapshot snapshot, String user, Principal role) {
    return role.displayName().equals("PUBLIC")
        || snapshot.grants().stream()
            .anyMatch(
                grant ->
                    grant.to().equals(new Principal.User(user))
                        && grant.on() != null
                        && grant.on().kind() == ObjectKind.ROLE
                        && grant.on().name().name().equals(role.displayName()));
  }

  private static @Nullable String existing(
      CatalogSnapshot snapshot, ObjectKind kind, @Nullable String name) {
    String folded = folded(name);
    return folded != null
            && snapshot
                .find(io.snowpull.local.engine.catalog.ObjectKey.of(kind, folded))
                .isPresent()
        ? folded
        : null;
  }

  private static @Nullable String folded(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toUpperCase(Locale.ROOT);
  }

  private static SnowflakeException refused() {
    return new SnowflakeException(
        "390100", "08001", "Incorrect username or password was specified.");
  }
}
