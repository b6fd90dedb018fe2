package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stored procedure or function.
 *
 * @param language upper case, {@code SQL} or {@code JAVA}
 * @param body the text between the dollar quotes; null when the code is in the imports
 * @param handler the handler as written; null for SQL
 * @param imports as written: root-relative inside an application, else stage paths
 * @param integrations names of external access integrations bound to it
 * @param secrets alias to secret name
 * @param version the application version whose files the imports mean; null outside applications
 * @param ddl the CREATE statement as it was given, for GET_DDL
 */
public record RoutineDefinition(
    Header header,
    ObjectKind kind,
    List<Argument> arguments,
    SnowflakeType returns,
    String language,
    @Nullable String body,
    @Nullable String handler,
    @Nullable String runtimeVersion,
    List<String> packages,
    List<String> imports,
    List<String> integrations,
    SortedMap<String, String> secrets,
    boolean executeAsCaller,
    boolean strict,
    @Nullable String version,
    String ddl)
    implements CatalogObject {

  /** One argument; the default is SQL text, null when the argument is required. */
  public record Argument(String name, SnowflakeType type, @Nullable String defaultSql) {}

  /** The argument types in brackets, as grants and overloads identify the routine. */
  public String signature() {
    return arguments.stream()
        .map(argument -> argument.type().name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public ObjectKey key() {
    return new ObjectKey(kind, name(), signature());
  }

  @Override
  public RoutineDefinition withHeader(Header newHeader) {
    return new RoutineDefinition(
        newHeader,
        kind,
        arguments,
        returns,
        language,
        body,
        handler,
        runtimeVersion,
        packages,
        imports,
        integrations,
        secrets,
        executeAsCaller,
        strict,
        version,
        ddl);
  }

  /** The same routine bound to integrations and secrets, as ALTER PROCEDURE ... SET does. */
  public RoutineDefinition boundTo(
      List<String> newIntegrations, SortedMap<String, String> newSecrets) {
    return new RoutineDefinition(
        header,
        kind,
        arguments,
        returns,
        language,
        body,
        handler,
        runtimeVersion,
        packages,
        imports,
        newIntegrations,
        newSecrets,
        executeAsCaller,
        strict,
        version,
        ddl);
  }
}
