package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.TableColumn;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds the relations of FROM. */
final class FromBinder {

  private final Binders binders;
  private final @Nullable Scope outer;

  FromBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  FromItem bind(List<Relation> relations) {
    FromItem all = FromItem.NONE;
    for (Relation relation : relations) {
      all = join(all, relation);
    }
    return all;
  }

  /** A comma or cross join; the right side may name the left side's columns if it is LATERAL. */
  private FromItem join(FromItem left, Relation right) {
    if (right instanceof Relation.TableFunction function) {
      return new TableFunctionBinder(binders, outer).bind(left, function, false);
    }
    boolean parenthesized = right instanceof Relation.Join && !left.sql().isEmpty();
    FromItem item = bind(right, left);
    return left.cross(
        parenthesized ? new FromItem("(" + item.sql() + ")", item.relations()) : item);
  }

  /** Binds one relation; {@code left} is what LATERAL can see. */
  FromItem bind(Relation relation, FromItem left) {
    if (relation instanceof Relation.Table table) {
      return table(table);
    } else if (relation instanceof Relation.Derived derived) {
      Scope visible = derived.lateral() ? new Scope(left.relations(), outer) : outer;
      BoundQuery query = new QueryBinder(binders, visible).bind(derived.query());
      return derived(query, derived.alias(), derived.lateral() ? "LATERAL " : "");
    } else if (relation instanceof Relation.Join join) {
      return new JoinBinder(binders, outer).bind(join, left);
    } else if (relation instanceof Relation.TableFunction function) {
      return new TableFunctionBinder(binders, outer).bind(FromItem.NONE, function, false);
    } else if (relation instanceof Relation.ValuesTable values) {
      return derived(new QueryBinder(binders, outer).values(values.rows()), values.alias(), "");
    } else if (relation instanceof Relation.Parenthesized parenthesized) {
      return parenthesized(parenthesized, left);
    } else if (relation instanceof Relation.Sample sample) {
      return new SampleBinder(this, binders).bind(sample, left);
    } else if (relation instanceof Relation.TableOf tableOf) {
      return tableOf(tableOf);
    } else if (relation instanceof Relation.Pivot pivot) {
      return new PivotBinder(binders, outer).pivot(pivot, bind(pivot.source(), left));
    } else if (relation instanceof Relation.Unpivot unpivot) {
      return new PivotBinder(binders, outer).unpivot(unpivot, bind(unpivot.source(), left));
    }
    Relation.StagedFiles files = (Relation.StagedFiles) relation;
    return computed(
        binders.context().stagedFiles(files.location(), files.options()),
        path(files.alias(), List.of()),
        names(files.alias()));
  }

  private FromItem table(Relation.Table table) {
    if (table.timeTravel() != null) {
      throw SnowflakeException.unsupported("time travel (AT | BEFORE)");
    }
    ObjectName.Plain name = binders.context().name(table.name());
    Optional<Binders.CommonTable> common =
        name.parts().size() == 1 ? binders.commonTable(name.last()) : Optional.empty();
    if (common.isPresent()) {
      String alias = binders.translation().alias();
      return new FromItem(
          common.get().sqlName() + " AS " + alias,
          List.of(
              common
                  .get()
                  .query()
                  .as(alias, path(table.alias(), name.parts()), names(table.alias()))));
    }
    return source(binders.context().relation(name), table.alias(), name.parts());
  }

  /** What a name stands for, under its alias. */
  FromItem source(
      RelationSource source, Relation.@Nullable Alias alias, List<Identifier> nameParts) {
    List<Identifier> path = path(alias, nameParts);
    if (source instanceof RelationSource.StoredTable table) {
      String sqlAlias = binders.translation().alias();
      return new FromItem(
          table.name().sql() + " AS " + sqlAlias,
          List.of(stored(table, sqlAlias, path, names(alias))));
    } else if (source instanceof RelationSource.View view) {
      String sqlAlias = binders.translation().alias();
      BoundQuery query = new QueryBinder(binders.inside(view.context()), null).bind(view.query());
      BoundQuery declared = new BoundQuery(query.sql(), declared(view, query));
      return new FromItem(
          "(" + query.sql() + ") AS " + sqlAlias,
          List.of(declared.as(sqlAlias, path, names(alias))));
    }
    return computed((RelationSource.Computed) source, path, names(alias));
  }

  static BoundRelation stored(
      RelationSource.StoredTable table,
      String sqlAlias,
      List<Identifier> path,
      List<Identifier> names) {
    List<BoundColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      TableColumn stored = table.columns().get(i);
      Column column = stored.column();
      String sql = sqlAlias + "." + PhysicalName.quote(PhysicalName.encode(column.name()));
      columns.add(
          new BoundColumn(
              i < names.size() ? names.get(i).name() : column.name(),
              new Bound(sql, column.type(), column.nullable(), Bound.Form.VALUE)));
    }
    return new BoundRelation(path, columns);
  }

  FromItem computed(RelationSource.Computed source, List<Identifier> path, List<Identifier> names) {
    String sqlAlias = binders.translation().alias();
    String table = binders.translation().materialize(source);
    BoundQuery query = new BoundQuery("", source.columns());
    return new FromItem(
        "temp." + PhysicalName.quote(table) + " AS " + sqlAlias,
        List.of(query.as(sqlAlias, path, names)));
  }

  private FromItem derived(BoundQuery query, Relation.@Nullable Alias alias, String prefix) {
    String sqlAlias = binders.translation().alias();
    return new FromItem(
        prefix + "(" + query.sql() + ") AS " + sqlAlias,
        List.of(query.as(sqlAlias, path(alias, List.of()), names(alias))));
  }

  private FromItem parenthesized(Relation.Parenthesized parenthesized, FromItem left) {
    FromItem inner = bind(parenthesized.relation(), left);
    Relation.Alias alias = parenthesized.alias();
    String sql =
        parenthesized.relation() instanceof Relation.Join ? "(" + inner.sql() + ")" : inner.sql();
    if (alias == null) {
      return new FromItem(sql, inner.relations());
    }
    List<BoundColumn> columns =
        inner.relations().stream().flatMap(relation -> relation.columns().stream()).toList();
    List<BoundColumn> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      BoundColumn column = columns.get(i);
      named.add(
          i < alias.columns().size()
              ? new BoundColumn(alias.columns().get(i).name(), column.value())
              : column);
    }
    return new FromItem(sql, List.of(new BoundRelation(List.of(alias.name()), named)));
  }

  private FromItem tableOf(Relation.TableOf tableOf) {
    Object value =
        new ConstantArguments(binders.expressions(Scope.empty()))
            .value(tableOf.expression())
            .value();
    if (value == null) {
      throw SnowflakeException.compilationError("TABLE(..) of NULL.");
    }
    Result result = binders.context().result(value.toString());
    return computed(
        new RelationSource.Computed(result.columns(), result.rows()),
        path(tableOf.alias(), List.of()),
        names(tableOf.alias()));
  }

  private static List<Column> declared(RelationSource.View view, BoundQuery query) {
    if (view.columns().size() != query.columns().size()) {
      throw SnowflakeException.compilationError(
          "View definition declared %d column(s), but view query produces %d column(s)."
              .formatted(view.columns().size(), query.columns().size()));
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      Column actual = query.columns().get(i);
      columns.add(new Column(view.columns().get(i).name(), actual.type(), actual.nullable()));
    }
    return columns;
  }

  static List<Identifier> path(Relation.@Nullable Alias alias, List<Identifier> nameParts) {
    return alias == null ? nameParts : List.of(alias.name());
  }

  static List<Identifier> names(Relation.@Nullable Alias alias) {
    return alias == null ? List.of() : alias.columns();
  }
}
