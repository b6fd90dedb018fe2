package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Options.Option;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TableStatement.ColumnDefinition;
import io.snowpull.local.engine.ast.TableStatement.Constraint;
import io.snowpull.local.engine.ast.TableStatement.Lifetime;
import io.snowpull.local.engine.ast.TableStatement.TableAction;
import io.snowpull.local.engine.ast.TableStatement.TableSource;
import io.snowpull.local.engine.ast.TableStatement.ViewColumn;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddColumnListContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddColumnsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddConstraintContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterColumnsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ClusterTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateViewContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropClusteringKeyContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropColumnsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropConstraintContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.LifetimeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RenameColumnContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RenameTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SwapTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TableActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TableClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TableElementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ViewClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ViewColumnContext;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds CREATE TABLE, ALTER TABLE and CREATE VIEW. */
final class Tables {
  private static final Option COPY_GRANTS =
      new Option("COPY_GRANTS", new Options.Value.Name(ObjectName.plain("TRUE")));

  private final Builders builders;
  private final Columns columns;

  Tables(Builders builders) {
    this.builders = builders;
    this.columns = new Columns(builders);
  }

  Statement create(CreateTableContext node, Creation creation) {
    List<ColumnDefinition> definitions = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    for (TableElementContext element : node.tableElement()) {
      if (element.constraint() != null) {
        constraints.add(columns.constraint(element.constraint()));
      } else {
        definitions.add(columns.definition(element.columnDefinition()));
      }
    }
    List<Expression> clusterBy = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    for (TableClauseContext clause : node.tableClause()) {
      clusterBy.addAll(builders.expressions.all(clause.expressions()));
      if (clause.COPY() != null) {
        options.add(COPY_GRANTS);
      } else if (clause.option() != null) {
        options.add(builders.options.option(clause.option()));
      }
    }
    return new TableStatement.CreateTable(
        creation.mode(node.ifNotExists()),
        lifetime(node.lifetime()),
        builders.names.objectName(node.objectName(0)),
        List.copyOf(definitions),
        List.copyOf(constraints),
        List.copyOf(clusterBy),
        new Options(options),
        source(node),
        creation.text());
  }

  private @Nullable TableSource source(CreateTableContext node) {
    if (node.query() != null) {
      return new TableSource.AsQuery(
          builders.queries.query(node.query()), builders.source.text(node.query()));
    }
    if (node.LIKE() != null) {
      return new TableSource.Like(builders.names.objectName(node.objectName(1)));
    }
    if (node.CLONE() == null) {
      return null;
    }
    if (node.timeTravel() != null) {
      throw SnowflakeException.unsupported("CLONE of a table as it was in the past");
    }
    return new TableSource.CloneOf(builders.names.objectName(node.objectName(1)));
  }

  private static Lifetime lifetime(@Nullable LifetimeContext lifetime) {
    if (lifetime == null) {
      return Lifetime.PERMANENT;
    }
    if (lifetime.SCOPED() != null) {
      return Lifetime.SCOPED_TEMPORARY;
    }
    return lifetime.TRANSIENT() != null ? Lifetime.TRANSIENT : Lifetime.TEMPORARY;
  }

  Statement createView(CreateViewContext node, Creation creation) {
    List<Option> options = new ArrayList<>();
    boolean copyGrants = false;
    for (ViewClauseContext clause : node.viewClause()) {
      copyGrants |= clause.COPY() != null;
      if (clause.option() != null) {
        options.add(builders.options.option(clause.option()));
      }
    }
    return new TableStatement.CreateView(
        creation.mode(node.ifNotExists()),
        node.SECURE() != null,
        node.TEMPORARY() != null || node.TEMP() != null,
        node.RECURSIVE() != null,
        builders.names.objectName(node.objectName()),
        node.viewColumn().stream().map(Tables::viewColumn).toList(),
        copyGrants,
        new Options(options),
        builders.queries.query(node.query()),
        builders.source.text(node.query()),
        creation.text());
  }

  private static ViewColumn viewColumn(ViewColumnContext node) {
    return new ViewColumn(
        Names.identifier(node.identifier()),
        node.string() == null ? null : Names.string(node.string()));
  }

  Statement alter(AlterTableContext node, String text) {
    return new TableStatement.AlterTable(
        node.ifExists() != null,
        builders.names.objectName(node.objectName()),
        action(node.tableAction()),
        text);
  }

  private TableAction action(TableActionContext node) {
    if (node instanceof AddColumnsContext a) {
      return new TableAction.AddColumns(
          !a.ifNotExists().isEmpty(), columns.definitions(a.columnDefinition()));
    }
    if (node instanceof AddColumnListContext a) {
      return new TableAction.AddColumns(false, columns.definitions(a.columnDefinition()));
    }
    if (node instanceof DropColumnsContext d) {
      return new TableAction.DropColumns(d.ifExists() != null, Names.identifiers(d.identifiers()));
    }
    if (node instanceof AlterColumnsContext a) {
      return new TableAction.AlterColumns(a.columnChange().stream().map(columns::change).toList());
    }
    if (node instanceof RenameTableContext r) {
      return new TableAction.RenameTo(builders.names.objectName(r.objectName()));
    }
    if (node instanceof RenameColumnContext r) {
      return new TableAction.RenameColumn(
          Names.identifier(r.identifier(0)), Names.identifier(r.identifier(1)));
    }
    if (node instanceof SwapTableContext s) {
      return new TableAction.SwapWith(builders.names.objectName(s.objectName()));
    }
    return property(node);
  }

  private TableAction property(TableActionContext node) {
    if (node instanceof AddConstraintContext a) {
      return new TableAction.AddConstraint(columns.constraint(a.constraint()));
    }
    if (node instanceof DropConstraintContext d) {
      return new TableAction.DropConstraint(Names.optional(d.identifier()), d.PRIMARY() != null);
    }
    if (node instanceof DropClusteringKeyContext) {
      return new TableAction.ClusterBy(List.of());
    }
    if (node instanceof ClusterTableContext c) {
      return new TableAction.ClusterBy(builders.expressions.all(c.expressions()));
    }
    return node instanceof SetTableContext s
        ? new TableAction.SetOptions(builders.options.options(s.optionList()))
        : new TableAction.UnsetOptions(Names.words(((UnsetTableContext) node).words()));
  }
}
