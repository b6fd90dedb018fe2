package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Options.Option;
import io.snowpull.local.engine.ast.Options.Value;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionEntryContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionListContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionValueContext;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds {@code NAME = value} properties. */
final class OptionLists {
  private final Builders builders;

  OptionLists(Builders builders) {
    this.builders = builders;
  }

  Options options(@Nullable OptionListContext list) {
    return list == null ? Options.NONE : options(list.option());
  }

  Options options(List<OptionContext> options) {
    return new Options(options.stream().map(this::option).toList());
  }

  Option option(OptionContext option) {
    return new Option(Names.identifier(option.anyWord()).name(), value(option.optionValue()));
  }

  Options entries(List<OptionEntryContext> entries) {
    return new Options(entries.stream().map(this::keyed).toList());
  }

  private Option keyed(OptionEntryContext entry) {
    if (entry.string() != null) {
      return new Option(Names.string(entry.string()), value(entry.optionValue()));
    }
    if (entry.anyWord() == null) {
      throw Source.unexpected(entry.getStart());
    }
    return new Option(Names.identifier(entry.anyWord()).name(), value(entry.optionValue()));
  }

  Value value(OptionValueContext value) {
    if (value.string() != null) {
      return new Value.Text(Names.string(value.string()));
    }
    if (value.number() != null) {
      BigDecimal number = new BigDecimal(value.number().getText());
      return new Value.Number(value.MINUS() == null ? number : number.negate());
    }
    if (value.STAGE_PATH() != null) {
      return new Value.Stage(StagePaths.parse(value.STAGE_PATH().getText()));
    }
    if (!value.anyWord().isEmpty()) {
      return named(value);
    }
    return computed(value);
  }

  private Value named(OptionValueContext value) {
    ObjectName.Plain name = new ObjectName.Plain(Names.identifiers(value.anyWord()));
    if (value.arguments() == null) {
      return new Value.Name(name);
    }
    return new Value.Computed(
        builders.calls.call(name, value.arguments(), null, Source.position(value.getStart())));
  }

  private Value computed(OptionValueContext value) {
    if (value.QUESTION() != null) {
      int index = builders.source.bindIndex(value.QUESTION().getSymbol());
      return new Value.Computed(new Expression.Bind(index));
    }
    if (value.INTEGER() != null) {
      return new Value.Computed(new Expression.Bind(Names.integer(value.INTEGER().getSymbol())));
    }
    if (value.identifier() != null) {
      return new Value.Computed(new Expression.Variable(Names.identifier(value.identifier())));
    }
    if (value.SESSION_VARIABLE() != null) {
      return new Value.Computed(Expressions.sessionVariable(value.SESSION_VARIABLE().getSymbol()));
    }
    if (value.expression() != null) {
      return new Value.Computed(
          Calls.identifierCall(
              builders.expressions.visit(value.expression()), Source.position(value.getStart())));
    }
    List<OptionEntryContext> entries = value.optionEntry();
    boolean group = !entries.isEmpty() && isKeyed(entries.get(0));
    return group
        ? new Value.Group(entries(entries))
        : new Value.Items(entries.stream().map(this::item).toList());
  }

  private Value item(OptionEntryContext entry) {
    if (isKeyed(entry)) {
      throw Source.unexpected(entry.getStart());
    }
    return value(entry.optionValue());
  }

  private static boolean isKeyed(OptionEntryContext entry) {
    return entry.EQ() != null || entry.FAT_ARROW() != null;
  }
}
