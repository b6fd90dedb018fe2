package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW, DESCRIBE and EXPLAIN. */
public sealed interface InspectionStatement extends Statement {
  /**
   * {@code SHOW [TERSE] what [HISTORY] [LIKE '..'] [IN scope] [STARTS WITH '..'] [LIMIT n [FROM
   * '..']]}.
   *
   * @param what upper-case words as written: TABLES, RELEASE CHANNELS, EXTERNAL ACCESS
   *     INTEGRATIONS, PARAMETERS ...
   * @param scope null if there is no IN
   */
  record Show(
      boolean terse,
      String what,
      boolean history,
      @Nullable String like,
      @Nullable Scope scope,
      @Nullable String startsWith,
      @Nullable Integer limit,
      @Nullable String from,
      String text)
      implements InspectionStatement {}

  /**
   * {@code IN [kind] [name]}.
   *
   * @param kind null for {@code IN name}; ACCOUNT and SESSION stand alone; upper-case words
   * @param name null for IN ACCOUNT, IN DATABASE (the current one) ...
   */
  record Scope(@Nullable String kind, @Nullable ObjectName name) {}

  /** {@code SHOW [FUTURE] GRANTS [ON kind name | TO kind name | OF kind name | IN kind name]}. */
  record ShowGrants(
      boolean future,
      GrantsOf direction,
      @Nullable ObjectKind kind,
      @Nullable ObjectName name,
      @Nullable List<TypeName> argumentTypes,
      String text)
      implements InspectionStatement {}

  enum GrantsOf {
    /** SHOW GRANTS alone: the current user's. */
    CURRENT,
    ON,
    TO,
    OF,
    IN
  }

  /**
   * @param argumentTypes null unless the kind is a routine
   * @param view COLUMNS or STAGE as in {@code DESC TABLE t TYPE = STAGE}; null if not given
   */
  record Describe(
      ObjectKind kind,
      ObjectName name,
      @Nullable List<TypeName> argumentTypes,
      @Nullable String view,
      String text)
      implements InspectionStatement {}

  /** {@code DESCRIBE RESULT 'id' | LAST_QUERY_ID()}. */
  record DescribeResult(Expression queryId, String text) implements InspectionStatement {}

  /**
   * @param format TEXT, JSON or TABULAR; null if not given
   */
  record Explain(@Nullable String format, Statement statement, String text)
      implements InspectionStatement {}
}
