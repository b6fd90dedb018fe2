package io.snowpull.packaging.inspection;

import io.snowpull.packaging.inspection.SetupScript.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A procedure that the script creates.
 *
 * @param name with its schema, upper case
 * @param types its argument types
 */
record CreatedProcedure(Statement statement, String name, List<String> types, String returns) {

  private static final Pattern CREATE =
      Pattern.compile(
          "CREATE (?:OR REPLACE |OR ALTER )?PROCEDURE (?:IF NOT EXISTS )?([A-Z0-9_$.\"]+)\\s?"
              + "\\(((?:[^()]|\\([^()]*\\))*)\\) RETURNS ([A-Z_]+(?: ?\\([0-9, ]+\\))?)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static List<CreatedProcedure> of(SetupScript script) {
    return script.statements().stream().flatMap(one -> of(one).stream()).toList();
  }

  private static Optional<CreatedProcedure> of(Statement statement) {
    Matcher create = CREATE.matcher(statement.words());
    if (!create.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new CreatedProcedure(
            statement,
            create.group(1).toUpperCase(Locale.ROOT),
            types(create.group(2)),
            create.group(3).toUpperCase(Locale.ROOT)));
  }

  private static List<String> types(String arguments) {
    List<String> types = new ArrayList<>();
    for (String argument : split(arguments)) {
      String[] words = argument.strip().split(" ", 2);
      if (words.length == 2) {
        types.add(words[1].replaceAll("(?i) DEFAULT.*", "").toUpperCase(Locale.ROOT).strip());
      }
    }
    return types;
  }

  /** Parts between commas outside parentheses. */
  static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(from, i));
        from = i + 1;
      }
    }
    if (!list.substring(from).isBlank()) {
      parts.add(list.substring(from));
    }
    return parts;
  }

  boolean java() {
    return statement.words().toUpperCase(Locale.ROOT).contains(" LANGUAGE JAVA");
  }

  /** The texts of a clause such as {@code HANDLER = '...'} or {@code PACKAGES = ('...', '...')}. */
  List<String> texts(String clause) {
    Matcher found =
        Pattern.compile("(?i)\\b" + clause + "\\s?=\\s?(\\((?:[^()']|'[^']*')*\\)|'[^']*')")
            .matcher(statement.text());
    List<String> texts = new ArrayList<>();
    if (found.find()) {
      Matcher text = Pattern.compile("'([^']*)'").matcher(found.group(1));
      while (text.find()) {
        texts.add(text.group(1));
      }
    }
    return texts;
  }

  String signature() {
    return name + "(" + String.join(", ", types) + ")";
  }
}
