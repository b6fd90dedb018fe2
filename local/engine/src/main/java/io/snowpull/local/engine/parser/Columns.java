package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.TableStatement.AutoIncrement;
import io.snowpull.local.engine.ast.TableStatement.ColumnChange;
import io.snowpull.local.engine.ast.TableStatement.ColumnDefinition;
import io.snowpull.local.engine.ast.TableStatement.Constraint;
import io.snowpull.local.engine.ast.TableStatement.ConstraintKind;
import io.snowpull.local.engine.parser.grammar.SqlParser.AutoincrementClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChangeCommentContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChangeDefaultContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChangeNoDefaultContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChangeNotNullContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChangeNullContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChangeTypeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CollateClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ColumnChangeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ColumnClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ColumnDefinitionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CommentClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ConstraintClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ConstraintContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DefaultClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NullClauseContext;
import java.util.ArrayList;
import java.util.List;

/** Builds column definitions, constraints and changes of columns. */
final class Columns {
  private final Builders builders;

  Columns(Builders builders) {
    this.builders = builders;
  }

  List<ColumnDefinition> definitions(List<ColumnDefinitionContext> nodes) {
    return nodes.stream().map(this::definition).toList();
  }

  ColumnDefinition definition(ColumnDefinitionContext node) {
    boolean notNull = false;
    Expression defaultValue = null;
    String defaultText = null;
    AutoIncrement autoIncrement = null;
    String comment = null;
    String collation = null;
    List<Constraint> constraints = new ArrayList<>();
    for (ColumnClauseContext clause : node.columnClause()) {
      if (clause instanceof NullClauseContext c) {
        notNull = c.NOT() != null;
      } else if (clause instanceof DefaultClauseContext c) {
        defaultValue = builders.expressions.visit(c.expression());
        defaultText = builders.source.text(c.expression());
      } else if (clause instanceof AutoincrementClauseContext c) {
        autoIncrement = autoIncrement(c);
      } else if (clause instanceof CommentClauseContext c) {
        comment = Names.string(c.string());
      } else if (clause instanceof CollateClauseContext c) {
        collation = Literals.string(c.STRING().getSymbol());
      } else if (clause instanceof ConstraintClauseContext c) {
        constraints.add(constraint(c.constraint()));
      }
    }
    return new ColumnDefinition(
        Names.identifier(node.identifier()),
        Names.optionalType(node.typeName()),
        notNull,
        defaultValue,
        defaultText,
        autoIncrement,
        comment,
        collation,
        List.copyOf(constraints));
  }

  private static AutoIncrement autoIncrement(AutoincrementClauseContext node) {
    long start = 1;
    long step = 1;
    if (node.LPAREN() != null) {
      start = Sequences.number(node.integer(0));
      step = Sequences.number(node.integer(1));
    } else {
      int next = 0;
      if (node.START() != null) {
        start = Sequences.number(node.integer(next++));
      }
      if (node.INCREMENT() != null) {
        step = Sequences.number(node.integer(next));
      }
    }
    return new AutoIncrement(start, step, node.ORDER() != null);
  }

  Constraint constraint(ConstraintContext node) {
    Identifier name = Names.optional(node.identifier());
    if (node.REFERENCES() == null) {
      return new Constraint(
          name,
          node.PRIMARY() != null ? ConstraintKind.PRIMARY_KEY : ConstraintKind.UNIQUE,
          Names.identifiers(node.identifierList(0)),
          null,
          List.of());
    }
    boolean outOfLine = foreignColumns(node);
    return new Constraint(
        name,
        ConstraintKind.FOREIGN_KEY,
        outOfLine ? Names.identifiers(node.identifierList(0)) : List.of(),
        builders.names.objectName(node.objectName()),
        Names.identifiers(node.identifierList(outOfLine ? 1 : 0)));
  }

  /** Whether columns stand between FOREIGN KEY and REFERENCES. */
  private static boolean foreignColumns(ConstraintContext node) {
    return !node.identifierList().isEmpty()
        && node.identifierList(0).getStart().getTokenIndex()
            < node.REFERENCES().getSymbol().getTokenIndex();
  }

  ColumnChange change(ColumnChangeContext node) {
    Identifier column = Names.identifier(node.getStart());
    if (node instanceof ChangeTypeContext c) {
      return new ColumnChange.SetType(column, Names.type(c.typeName()));
    }
    if (node instanceof ChangeNotNullContext) {
      return new ColumnChange.SetNotNull(column);
    }
    if (node instanceof ChangeNullContext) {
      return new ColumnChange.DropNotNull(column);
    }
    if (node instanceof ChangeDefaultContext c) {
      return new ColumnChange.SetDefault(
          column, builders.expressions.visit(c.expression()), builders.source.text(c.expression()));
    }
    if (node instanceof ChangeNoDefaultContext) {
      return new ColumnChange.DropDefault(column);
    }
    return new ColumnChange.SetComment(
        column, node instanceof ChangeCommentContext c ? Names.string(c.string()) : null);
  }
}
