package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.parser.grammar.SqlParser.IdentifierListContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IdentifiersContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ObjectKindContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ObjectNameContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StageLocationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StringContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TypeArgumentContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TypeNameContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TypeNamesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.WordsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds identifiers, object names, types and stage locations. */
final class Names {
  private final Builders builders;

  Names(Builders builders) {
    this.builders = builders;
  }

  /** Any rule that is one word: folded unless quoted. */
  static Identifier identifier(ParserRuleContext word) {
    return identifier(word.getStart());
  }

  static @Nullable Identifier optional(@Nullable ParserRuleContext word) {
    return word == null ? null : identifier(word);
  }

  static Identifier identifier(Token token) {
    return new Identifier(
        switch (token.getType()) {
          case SqlLexer.QUOTED -> Literals.quotedName(token);
          case SqlLexer.STRING -> Literals.string(token);
          default -> token.getText().toUpperCase(Locale.ROOT);
        });
  }

  static List<Identifier> identifiers(List<? extends ParserRuleContext> words) {
    return words.stream().map(Names::identifier).toList();
  }

  static List<Identifier> identifiers(@Nullable IdentifiersContext list) {
    return list == null ? List.of() : identifiers(list.identifier());
  }

  static List<Identifier> identifiers(@Nullable IdentifierListContext list) {
    return list == null ? List.of() : identifiers(list.identifiers());
  }

  /** Words in upper case, such as the names of properties. */
  static List<String> words(WordsContext words) {
    return words.anyWord().stream().map(w -> identifier(w).name()).toList();
  }

  /** The tokens of a node in upper case, with one blank between. */
  static String upperText(ParserRuleContext node) {
    return node.children.stream()
        .map(ParseTree::getText)
        .map(t -> t.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  ObjectName objectName(ObjectNameContext name) {
    if (name.expression() != null) {
      return new ObjectName.Dynamic(builders.expressions.visit(name.expression()));
    }
    return new ObjectName.Plain(dotted(name));
  }

  @Nullable ObjectName optionalName(@Nullable ObjectNameContext name) {
    return name == null ? null : objectName(name);
  }

  List<ObjectName> objectNames(List<ObjectNameContext> names) {
    return names.stream().map(this::objectName).toList();
  }

  /** Words between dots; two dots in a row stand for the schema PUBLIC. */
  static List<Identifier> dotted(ParserRuleContext node) {
    List<Identifier> parts = new ArrayList<>();
    boolean afterDot = false;
    for (ParseTree child : node.children) {
      boolean dot = child instanceof TerminalNode t && t.getSymbol().getType() == SqlLexer.DOT;
      if (!dot) {
        parts.add(identifier((ParserRuleContext) child));
      } else if (afterDot) {
        parts.add(new Identifier("PUBLIC"));
      }
      afterDot = dot;
    }
    return parts;
  }

  static ObjectKind kind(ObjectKindContext kind) {
    if (kind.INTEGRATION() != null) {
      return ObjectKind.INTEGRATION;
    }
    return ObjectKind.valueOf(upperText(kind).replace(' ', '_'));
  }

  static TypeName type(TypeNameContext type) {
    if (type.DOUBLE() != null) {
      return new TypeName("DOUBLE PRECISION", List.of(), List.of());
    }
    List<Integer> arguments = new ArrayList<>();
    List<TypeName.Field> fields = new ArrayList<>();
    for (TypeArgumentContext argument : type.typeArgument()) {
      if (argument.INTEGER() != null) {
        arguments.add(integer(argument.INTEGER().getSymbol()));
      } else {
        fields.add(
            new TypeName.Field(
                optional(argument.identifier()),
                type(argument.typeName()),
                argument.NOT() != null));
      }
    }
    return new TypeName(identifier(type.typeWord()).name(), arguments, fields);
  }

  static @Nullable TypeName optionalType(@Nullable TypeNameContext type) {
    return type == null ? null : type(type);
  }

  static @Nullable List<TypeName> types(@Nullable TypeNamesContext types) {
    return types == null ? null : types.typeName().stream().map(Names::type).toList();
  }

  static String string(StringContext string) {
    Token token = string.getStart();
    return token.getType() == SqlLexer.STRING
        ? Literals.string(token)
        : Literals.dollarString(token);
  }

  static int integer(Token digits) {
    try {
      return Integer.parseInt(digits.getText());
    } catch (NumberFormatException tooLarge) {
      throw Source.unexpected(digits);
    }
  }

  static StageLocation stage(StageLocationContext location) {
    return StagePaths.parse(
        location.string() != null ? string(location.string()) : location.getText());
  }
}
