package io.snowpull.local.engine.egress;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.access.SecretStore;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.IntegrationDefinition;
import io.snowpull.local.engine.catalog.NetworkRuleDefinition;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SecretDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.nativeapp.BoundReferences;
import io.snowpull.local.engine.nativeapp.ReferenceText;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.worker.protocol.SecretValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Evaluates the integrations and secrets that a procedure is bound to: anew for each call, so a
 * revoked grant or a disabled integration takes effect at once.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/external-network-access
 */
public final class ExternalAccess {
  /** The properties that hold what a handler asks for, one for each type of secret. */
  private static final List<String> VALUES =
      List.of("SECRET_STRING", "PASSWORD", "OAUTH_REFRESH_TOKEN");

  private final SecretStore.Reader values;

  public ExternalAccess(SecretStore.Reader values) {
    this.values = values;
  }

  /** What one call may reach: {@code host:port} entries, and secrets under their aliases. */
  public record Allowed(List<String> hosts, List<SecretValue> secrets) {}

  /**
   * Checks that the owner may use the integrations and secrets, and that an integration allows each
   * secret; names are full names or references.
   *
   * @throws SnowflakeException that names what is missing
   */
  public Allowed evaluate(
      List<String> integrations,
      SortedMap<String, String> secrets,
      Context owner,
      Execution execution) {
    List<IntegrationDefinition> usable = new ArrayList<>();
    for (String name : integrations) {
      usable.add(integration(name, owner, execution));
    }
    List<String> hosts = new ArrayList<>();
    for (IntegrationDefinition integration : usable) {
      hosts.addAll(hosts(integration, execution.snapshot()));
    }
    List<SecretValue> readable = new ArrayList<>();
    for (Map.Entry<String, String> entry : secrets.entrySet()) {
      readable.add(secret(entry.getKey(), entry.getValue(), usable, owner, execution));
    }
    return new Allowed(hosts, readable);
  }

  private static IntegrationDefinition integration(
      String name, Context owner, Execution execution) {
    IntegrationDefinition found =
        find(IntegrationDefinition.class, ObjectKind.INTEGRATION, name, "USAGE", owner, execution);
    if (!found.type().equals(IntegrationDefinition.EXTERNAL_ACCESS)) {
      throw SnowflakeException.compilationError(
          "Integration '" + found.name() + "' is not an external access integration.");
    }
    if (!found.enabled()) {
      throw new SnowflakeException(
          "390402",
          "57014",
          "External access integration '"
              + found.name()
              + "' is disabled. Enable it with ALTER EXTERNAL ACCESS INTEGRATION "
              + found.name()
              + " SET ENABLED = TRUE.");
    }
    return found;
  }

  private static List<String> hosts(IntegrationDefinition integration, CatalogSnapshot snapshot) {
    List<String> hosts = new ArrayList<>();
    for (QualifiedName name : integration.networkRules()) {
      NetworkRuleDefinition rule =
          snapshot
              .find(NetworkRuleDefinition.class, ObjectKind.NETWORK_RULE, name)
              .orElseThrow(
                  () ->
                      SnowflakeException.compilationError(
                          "Network rule '"
                              + name
                              + "' of external access integration '"
                              + integration.name()
                              + "' does not exist."));
      if (rule.mode().equals("EGRESS") && rule.type().equals("HOST_PORT")) {
        hosts.addAll(rule.values());
      }
    }
    return hosts;
  }

  private SecretValue secret(
      String alias,
      String name,
      List<IntegrationDefinition> integrations,
      Context owner,
      Execution execution) {
    SecretDefinition found =
        find(SecretDefinition.class, ObjectKind.SECRET, name, "READ", owner, execution);
    if (integrations.stream().noneMatch(one -> one.secrets().contains(found.name()))) {
      throw SnowflakeException.compilationError(
          "Secret '"
              + found.name()
              + "' is not among the ALLOWED_AUTHENTICATION_SECRETS of the procedure's external"
              + " access integrations "
              + integrations.stream().map(one -> one.name().toSql()).toList()
              + ".");
    }
    Map<String, String> properties = values.read(found.name());
    return new SecretValue(
        alias,
        found.type().name(),
        properties.get("USERNAME"),
        VALUES.stream()
            .map(properties::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () ->
                    SnowflakeException.compilationError(
                        "Secret '" + found.name() + "' has no value.")));
  }

  private static <T extends CatalogObject> T find(
      Class<T> type,
      ObjectKind kind,
      String name,
      String privilege,
      Context owner,
      Execution execution) {
    Optional<String> reference = ReferenceText.name(name);
    ObjectKey key =
        reference
            .map(named -> BoundReferences.require(execution.snapshot(), owner.principal(), named))
            .orElseGet(() -> ObjectKey.of(kind, StoredName.parse(name)));
    AccessControl access = execution.services().access();
    // The consumer's binding is the permission to use what is behind a reference.
    return execution
        .snapshot()
        .find(key)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(object -> reference.isPresent() || access.holds(owner, privilege, object))
        .orElseThrow(() -> missing(kind, name, privilege, owner));
  }

  private static SnowflakeException missing(
      ObjectKind kind, String name, String privilege, Context owner) {
    String words = kind.words().charAt(0) + kind.words().substring(1).toLowerCase(Locale.ROOT);
    return new SnowflakeException(
        "002003",
        "02000",
        "SQL compilation error:\n"
            + words
            + " '"
            + name
            + "' does not exist or not authorized. It must exist, and "
            + owner.principal().displayName()
            + " needs "
            + privilege
            + " on it.");
  }
}
