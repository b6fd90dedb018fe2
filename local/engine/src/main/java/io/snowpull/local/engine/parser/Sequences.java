package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Options.Option;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateSequenceContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IntegerContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SequenceClauseContext;
import java.util.ArrayList;
import java.util.List;

/** Builds CREATE SEQUENCE. */
final class Sequences {
  private Sequences() {}

  static long number(IntegerContext node) {
    try {
      return Long.parseLong(node.getText());
    } catch (NumberFormatException tooLarge) {
      throw Source.unexpected(node.getStart());
    }
  }

  static Statement create(CreateSequenceContext node, Creation creation, Builders builders) {
    long start = 1;
    long increment = 1;
    boolean ordered = false;
    List<Option> options = new ArrayList<>();
    for (SequenceClauseContext clause : node.sequenceClause()) {
      if (clause.START() != null) {
        start = number(clause.integer());
      } else if (clause.INCREMENT() != null) {
        increment = number(clause.integer());
      } else if (clause.option() != null) {
        options.add(builders.options.option(clause.option()));
      } else {
        ordered = clause.ORDER() != null;
      }
    }
    return new SchemaStatement.CreateSequence(
        creation.mode(node.ifNotExists()),
        builders.names.objectName(node.objectName()),
        start,
        increment,
        ordered,
        new Options(options),
        creation.text());
  }
}
