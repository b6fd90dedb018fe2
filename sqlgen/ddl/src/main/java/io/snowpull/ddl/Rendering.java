package io.snowpull.ddl;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.BackslashEscaping;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderOptionalKeyword;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Renders statements as Snowflake reads them, with every name quoted and every literal escaped. */
public final class Rendering {

  private static final Pattern TRAILING_BLANKS = Pattern.compile(" +$", Pattern.MULTILINE);
  private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_$]*");

  static {
    quiet("org.jooq.no-logo");
    quiet("org.jooq.no-tips");
  }

  private final DSLContext context =
      DSL.using(
          SQLDialect.DEFAULT,
          new Settings()
              .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
              .withRenderNameCase(RenderNameCase.AS_IS)
              // Keywords are upper case in every country: a Turkish i would have none.
              .withRenderLocale(Locale.ROOT)
              .withRenderKeywordCase(RenderKeywordCase.UPPER)
              // Snowflake's literals know backslash escapes; without this one could end early:
              // https://docs.snowflake.com/en/sql-reference/data-types-text
              .withBackslashEscaping(BackslashEscaping.ON)
              .withStatementType(StatementType.STATIC_STATEMENT)
              .withParamType(ParamType.INLINED));

  /** The statement of a template whose {@code {0}}, {@code {1}} ... are these parts. */
  public String statement(String template, QueryPart... parts) {
    Query query = DSL.query(template, parts);
    return context.renderInlined(query);
  }

  /** The text of a part, as it stands in a statement. */
  public String text(QueryPart part) {
    return context.renderInlined(part);
  }

  /** Rendered over lines, for people, with bound values as {@code ?} and names as they are. */
  public static String prepared(Query query) {
    return TRAILING_BLANKS.matcher(Prepared.CONTEXT.render(query)).replaceAll("");
  }

  /** Its names are this module's own, in upper case: quotes would only hide them. */
  private static final class Prepared {
    static final DSLContext CONTEXT =
        DSL.using(
            SQLDialect.DEFAULT,
            new Settings()
                .withRenderQuotedNames(RenderQuotedNames.NEVER)
                .withRenderNameCase(RenderNameCase.AS_IS)
                // Keywords are upper case in every country: a Turkish i would have none.
                .withRenderLocale(Locale.ROOT)
                .withRenderKeywordCase(RenderKeywordCase.UPPER)
                .withRenderFormatted(true)
                .withRenderOptionalAsKeywordForTableAliases(RenderOptionalKeyword.ON)
                .withRenderOptionalAsKeywordForFieldAliases(RenderOptionalKeyword.ON)
                .withParamType(ParamType.INDEXED));
  }

  /** A qualified name; each part is taken as it is. */
  static Name name(List<String> parts) {
    for (String part : parts) {
      if (part.isEmpty() || part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a name has an empty part or a NUL character");
      }
    }
    return DSL.quotedName(parts.toArray(String[]::new));
  }

  static Name name(String... parts) {
    return name(List.of(parts));
  }

  /**
   * A name without quotes, which Snowflake takes for procedures alone; other names gain in
   * legibility.
   *
   * @see <a href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax">exceptions</a>
   */
  public static Name plain(List<String> parts) {
    for (String part : parts) {
      if (!PLAIN.matcher(part).matches()) {
        throw new IllegalArgumentException(
            "'" + part + "' needs quotes: upper case letters, digits, '_' and '$' only");
      }
    }
    return DSL.systemName(parts.toArray(String[]::new));
  }

  /** A text literal. */
  public static QueryPart text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a literal has a NUL character");
    }
    return DSL.inline(value);
  }

  /** jOOQ greets in the log, which in Snowflake is the consumer's event table. */
  private static void quiet(String property) {
    try {
      if (System.getProperty(property) == null) {
        System.setProperty(property, "true");
      }
    } catch (SecurityException denied) {
      // A greeting is no reason to fail.
    }
  }
}
