package io.snowpull.ddl;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.BackslashEscaping;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Renders statements as Snowflake reads them, with every name quoted and every literal escaped. */
final class Rendering {
  private final DSLContext context =
      DSL.using(
          SQLDialect.DEFAULT,
          new Settings()
              .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
              .withRenderNameCase(RenderNameCase.AS_IS)
              .withRenderKeywordCase(RenderKeywordCase.UPPER)
              // Snowflake's string literals know backslash escapes; without this a literal could
              // end
              // early: https://docs.snowflake.com/en/sql-reference/data-types-text
              .withBackslashEscaping(BackslashEscaping.ON)
              .withStatementType(StatementType.STATIC_STATEMENT)
              .withParamType(ParamType.INLINED));

  /** The statement of a template whose {@code {0}}, {@code {1}} ... are these parts. */
  String statement(String template, QueryPart... parts) {
    Query query = DSL.query(template, parts);
    return context.renderInlined(query);
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
   * A qualified procedure name, which Snowflake takes without quotes only.
   *
   * <p>https://docs.snowflake.com/en/sql-reference/identifiers-syntax
   */
  static Name procedure(List<String> parts) {
    for (String part : parts) {
      if (!part.matches("[A-Za-z_][A-Za-z0-9_$]*")) {
        throw new IllegalArgumentException("not the name of a procedure: " + part);
      }
    }
    return DSL.systemName(parts.toArray(String[]::new));
  }

  /** A text literal. */
  static QueryPart text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a literal has a NUL character");
    }
    return DSL.inline(value);
  }
}
