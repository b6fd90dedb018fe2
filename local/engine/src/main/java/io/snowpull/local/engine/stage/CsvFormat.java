package io.snowpull.local.engine.stage;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Snowflake's CSV options as those of the CSV library. */
final class CsvFormat {

  private CsvFormat() {}

  /**
   * The format of fields and records. Without enclosing quotes a backslash escapes, as
   * ESCAPE_UNENCLOSED_FIELD does by default; inside quotes it is a character like any other.
   */
  static CSVFormat of(FileFormat format) {
    String enclosed = format.text("FIELD_OPTIONALLY_ENCLOSED_BY", "NONE");
    @Nullable Character quote = enclosed.length() == 1 ? enclosed.charAt(0) : null;
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter(format))
        .setRecordSeparator("\n")
        .setQuote(quote)
        .setEscape(quote == null ? '\\' : null)
        .setQuoteMode(
            quote == null
                ? QuoteMode.NONE
                : emptyIsNull(format) ? QuoteMode.ALL_NON_NULL : QuoteMode.MINIMAL)
        .setIgnoreEmptyLines(true)
        .setTrim(format.flag("TRIM_SPACE"))
        .get();
  }

  /** Whether fields may stand in quotes. */
  static boolean encloses(FileFormat format) {
    return format.text("FIELD_OPTIONALLY_ENCLOSED_BY", "NONE").length() == 1;
  }

  /** Whether a field with nothing in it, not even quotes, is NULL. */
  static boolean emptyIsNull(FileFormat format) {
    return format.flagUnlessFalse("EMPTY_FIELD_AS_NULL");
  }

  private static String delimiter(FileFormat format) {
    String given = format.text("FIELD_DELIMITER", ",");
    return given.equals("\\t") ? "\t" : given;
  }
}
