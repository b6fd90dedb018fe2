package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The generated {@code grants.sql}, statement by statement: what an administrator reviews is what
 * an installation runs.
 */
public final class GrantsScript {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>--[^\\n]*)"
              + "|(?<text>'(?:[^']|'')*')"
              + "|(?<quoted>\"(?:[^\"]|\"\")*\")"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_$]*)"
              + "|(?<end>;)"
              + "|(?<other>\\s+|.)",
          Pattern.DOTALL);
  private static final String ROLE = "\"<role>\"";
  private static final Pattern ROLE_GRANT =
      Pattern.compile("GRANT APPLICATION ROLE \\S+?[.](\\S+) TO ROLE .*");

  private final List<List<Token>> statements;

  private GrantsScript(List<List<Token>> statements) {
    this.statements = statements;
  }

  /** What a statement is about, as far as installing again must treat it in its own way. */
  public enum Kind {
    NETWORK_RULE("CREATE OR ALTER NETWORK RULE "),
    SECRET("CREATE SECRET "),
    INTEGRATION("CREATE OR REPLACE EXTERNAL ACCESS INTEGRATION "),
    APPLICATION("CREATE APPLICATION "),
    OTHER("");

    private final String beginning;

    Kind(String beginning) {
      this.beginning = beginning;
    }

    private static Kind of(String statement) {
      for (Kind kind : values()) {
        if (statement.startsWith(kind.beginning)) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  /** One statement of the script with its values. */
  public record Step(Kind kind, AccountStatement statement) {}

  /**
   * What the script leaves open, and names that are to be others.
   *
   * @param names of the script, and what is to stand for them
   * @param objects what is bound to references, by what stands in the script's angle brackets, such
   *     as {@code warehouse}
   * @param roles account roles by the application role that they are given
   */
  public record Values(
      Map<String, String> names, Map<String, String> objects, Map<String, String> roles) {
    public Values {
      names = Map.copyOf(names);
      objects = Map.copyOf(objects);
      roles = Map.copyOf(roles);
    }
  }

  private enum TokenKind {
    TEXT,
    QUOTED,
    WORD,
    OTHER
  }

  private record Token(TokenKind kind, String text) {}

  /** Comments are for readers of the file, and left out. */
  public static GrantsScript parse(String script) {
    List<List<Token>> statements = new ArrayList<>();
    List<Token> statement = new ArrayList<>();
    Matcher token = TOKEN.matcher(script);
    while (token.find()) {
      if (token.group("comment") != null) {
        continue;
      }
      if (token.group("end") != null) {
        statements.add(statement);
        statement = new ArrayList<>();
      } else {
        statement.add(token(token));
      }
    }
    if (statement.stream().anyMatch(left -> !left.text().isBlank())) {
      throw new IllegalArgumentException("the last statement of the script does not end with ;");
    }
    return new GrantsScript(List.copyOf(statements));
  }

  private static Token token(Matcher token) {
    TokenKind kind =
        token.group("text") != null
            ? TokenKind.TEXT
            : token.group("quoted") != null
                ? TokenKind.QUOTED
                : token.group("word") != null ? TokenKind.WORD : TokenKind.OTHER;
    return new Token(kind, token.group());
  }

  /** The application roles that people are given, in the order of the script. */
  public List<String> roles() {
    return statements.stream()
        .map(statement -> text(statement, token -> token.text()))
        .map(ROLE_GRANT::matcher)
        .filter(Matcher::matches)
        .map(grant -> grant.group(1))
        .toList();
  }

  /** The statements in order, but for those that a value is missing for. */
  public List<Step> steps(Values values) {
    List<Step> steps = new ArrayList<>();
    for (List<Token> statement : statements) {
      fill(statement, values)
          .ifPresent(text -> steps.add(new Step(Kind.of(text), new AccountStatement(text, text))));
    }
    return steps;
  }

  private static Optional<String> fill(List<Token> statement, Values values) {
    Matcher grant = ROLE_GRANT.matcher(text(statement, Token::text));
    @Nullable String role = grant.matches() ? values.roles().get(grant.group(1)) : null;
    List<String> missing = new ArrayList<>();
    String text =
        text(
            statement,
            token -> {
              @Nullable String value = value(token, values, role);
              if (value == null) {
                missing.add(token.text());
              }
              return value == null ? token.text() : value;
            });
    return missing.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  /** What is to stand for a part of a statement; null where nobody gave a value. */
  private static @Nullable String value(Token token, Values values, @Nullable String role) {
    return switch (token.kind()) {
      case WORD -> {
        String other = values.names().get(token.text().toUpperCase(Locale.ROOT));
        yield other == null ? token.text() : plain(other);
      }
      case QUOTED -> token.text().equals(ROLE) ? (role == null ? null : plain(role)) : token.text();
      case TEXT -> {
        if (!token.text().startsWith("'<") || !token.text().endsWith(">'")) {
          yield token.text();
        }
        String open = token.text().substring(2, token.text().length() - 2);
        String object = values.objects().get(open);
        yield object == null ? null : new Rendering().text(Rendering.text(object));
      }
      case OTHER -> token.text();
    };
  }

  private static String plain(String name) {
    return new Rendering().text(Rendering.plain(List.of(name)));
  }

  /** One line, as statements are shown and sent; white space in texts stays. */
  private static String text(List<Token> statement, Function<Token, String> value) {
    return statement.stream()
        .map(token -> token.text().isBlank() ? " " : value.apply(token))
        .collect(Collectors.joining())
        .strip();
  }
}
