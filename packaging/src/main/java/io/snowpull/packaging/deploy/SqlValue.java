package io.snowpull.packaging.deploy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A value in a statement, rendered by its kind alone. */
sealed interface SqlValue {

  /** As it goes to the account. */
  String rendered();

  /** As people may see it. */
  default String shown() {
    return rendered();
  }

  /** A name, qualified by those before it. */
  record Name(List<SqlName> parts) implements SqlValue {
    @Override
    public String rendered() {
      return parts.stream().map(SqlName::text).collect(Collectors.joining("."));
    }
  }

  /** A string literal. Snowflake reads backslashes in it as escapes. */
  record Text(String value) implements SqlValue {
    @Override
    public String rendered() {
      if (value.indexOf('\0') >= 0) {
        throw new DeploymentException("INVALID_TEXT", "a text for the account contains NUL");
      }
      return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
  }

  /** A string literal that nobody may see. */
  record Secret(String value) implements SqlValue {
    @Override
    public String rendered() {
      return new Text(value).rendered();
    }

    @Override
    public String shown() {
      return "'********'";
    }

    @Override
    public String toString() {
      return "Secret[********]";
    }
  }

  record Number(long value) implements SqlValue {
    @Override
    public String rendered() {
      return Long.toString(value);
    }
  }

  /** Values with commas between them. */
  record Sequence(List<? extends SqlValue> values) implements SqlValue {
    @Override
    public String rendered() {
      return values.stream().map(SqlValue::rendered).collect(Collectors.joining(", "));
    }

    @Override
    public String shown() {
      return values.stream().map(SqlValue::shown).collect(Collectors.joining(", "));
    }
  }

  /** A place on a named stage, without quotes. */
  record Place(StageFolder folder, String file) implements SqlValue {
    @Override
    public String rendered() {
      return folder.location() + file;
    }
  }

  static Name name(SqlName... parts) {
    return new Name(List.of(parts));
  }

  static Text text(String value) {
    return new Text(value);
  }

  static Sequence texts(List<String> values) {
    return new Sequence(values.stream().map(Text::new).toList());
  }

  static Sequence names(Name... names) {
    return new Sequence(Arrays.asList(names));
  }
}
