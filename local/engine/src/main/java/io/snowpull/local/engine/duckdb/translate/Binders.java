package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.duckdb.SqlContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What binding needs at every place of a statement: the session's context, the translation that
 * gathers, and the common tables that are visible here.
 */
record Binders(
    SqlContext context, Translation translation, Map<Identifier, CommonTable> commonTables) {

  /** A WITH element: how DuckDB knows it, and its columns. */
  record CommonTable(String sqlName, BoundQuery query) {}

  Binders(SqlContext context, Translation translation) {
    this(context, translation, Map.of());
  }

  ExpressionBinder expressions(Scope scope) {
    return new ExpressionBinder(this, scope);
  }

  QueryBinder queries(Scope outer) {
    return new QueryBinder(this, outer);
  }

  Optional<CommonTable> commonTable(Identifier name) {
    return Optional.ofNullable(commonTables.get(name));
  }

  Binders with(Identifier name, CommonTable table) {
    Map<Identifier, CommonTable> tables = new LinkedHashMap<>(commonTables);
    tables.put(name, table);
    return new Binders(context, translation, tables);
  }

  /** For the inside of a view, where other names hold. */
  Binders inside(SqlContext other) {
    return new Binders(other, translation, Map.of());
  }
}
