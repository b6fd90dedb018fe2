package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.catalog.ViewDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.TableColumn;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds what a name in FROM stands for: a stored table, a view, or rows out of the catalog. */
public final class RelationSources {

  /**
   * Begins the names of the DuckDB schemas that hold temporary tables. No schema of a database has
   * such a name, since one with lower-case letters carries a mark.
   */
  public static final String TEMPORARY = "snowpull_temporary.";

  private static final int MOST_CACHED = 2_000;

  private final StatementParser parser;
  private final ComputedRelations informationSchema;
  private final Map<QualifiedName, Parsed> parsed = new ConcurrentHashMap<>();

  public RelationSources(StatementParser parser, ComputedRelations informationSchema) {
    this.parser = parser;
    this.informationSchema = informationSchema;
  }

  /** What is costly to make of a definition, valid as long as that very definition is. */
  private record Parsed(RelationDefinition of, List<TableColumn> columns, @Nullable Query query) {}

  RelationSource find(ObjectName.Plain name, Execution execution, SqlContexts contexts) {
    QualifiedName full = execution.names().relation(name);
    if (full.schema().equals("INFORMATION_SCHEMA")) {
      Result rows =
          informationSchema
              .find(full.database(), full.name(), execution)
              .orElseThrow(() -> SnowflakeException.objectDoesNotExist(full.toSql()));
      return new RelationSource.Computed(rows.columns(), rows.rows());
    }
    RelationDefinition relation =
        execution
            .relation(full)
            .filter(found -> mayRead(found, execution))
            .orElseThrow(() -> SnowflakeException.objectDoesNotExist(full.toSql()));
    Parsed source = parsed(relation);
    if (relation instanceof ViewDefinition view && source.query() != null) {
      Context inside = execution.context().withPrincipal(view.owner()).in(view.name().parent());
      return new RelationSource.View(
          view.columns().stream().map(RelationSources::column).toList(),
          source.query(),
          contexts.context(execution, inside));
    }
    return new RelationSource.StoredTable(physical(relation), source.columns());
  }

  /** Where a table's rows are: temporary ones in a schema of their session's own. */
  public static PhysicalName physical(RelationDefinition relation) {
    QualifiedName name = relation.name();
    String session = relation.temporaryOf();
    return session == null
        ? PhysicalName.of(name.database(), name.schema(), name.name())
        : new PhysicalName(
            TEMPORARY + session, PhysicalName.encode(String.join(".", name.parts())));
  }

  /** The default of a column as a tree; null when it has none. */
  public @Nullable Expression defaultValue(ColumnDefinition column) {
    String sql = column.defaultSql();
    if (sql == null) {
      return null;
    }
    if (parser.parse("SELECT " + sql).get(0) instanceof QueryStatement statement
        && statement.query().body() instanceof Query.Select select) {
      return select.items().get(0).expression();
    }
    throw SnowflakeException.compilationError("invalid default of column " + column.name());
  }

  private Parsed parsed(RelationDefinition relation) {
    Parsed known = parsed.get(relation.name());
    if (known != null && known.of() == relation) {
      return known;
    }
    if (parsed.size() > MOST_CACHED) {
      parsed.clear();
    }
    Parsed made = parse(relation);
    parsed.put(relation.name(), made);
    return made;
  }

  private Parsed parse(RelationDefinition relation) {
    if (relation instanceof ViewDefinition view) {
      if (parser.parse(view.query()).get(0) instanceof QueryStatement statement) {
        return new Parsed(view, List.of(), statement.query());
      }
      throw SnowflakeException.compilationError("the view's text is no query: " + view.name());
    }
    PhysicalName table = physical(relation);
    return new Parsed(
        relation,
        ((TableDefinition) relation)
            .columns().stream()
                .map(
                    column ->
                        new TableColumn(
                            column(column),
                            defaultValue(column),
                            column.identity() == null ? null : table.autoIncrement(column.name())))
                .toList(),
        null);
  }

  private static Column column(ColumnDefinition column) {
    return new Column(column.name(), column.type(), column.nullable());
  }

  private static boolean mayRead(RelationDefinition relation, Execution execution) {
    var access = execution.services().access();
    if (relation.temporaryOf() != null) {
      return true;
    }
    return access.reaches(execution.context(), relation.name())
        && (access.holds(execution.context(), "SELECT", relation) || isTarget(relation, execution));
  }

  /** Who may change a table's rows may name the table, if only as the target. */
  private static boolean isTarget(RelationDefinition relation, Execution execution) {
    var access = execution.services().access();
    return (relation.kind() == ObjectKind.TABLE
        && List.of("INSERT", "UPDATE", "DELETE").stream()
            .anyMatch(p -> access.holds(execution.context(), p, relation)));
  }
}
