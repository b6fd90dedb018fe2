package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the words of a statement mean in the session that runs it; the account answers. */
public interface SqlContext {

  /** The name itself, or what IDENTIFIER(..) computes to. */
  ObjectName.Plain name(ObjectName name);

  /**
   * The table or view of that name, with the session's database and schema filled in; fails with
   * 002003 if there is none that the role may read.
   */
  RelationSource relation(ObjectName.Plain name);

  /** The DuckDB sequence behind {@code name.NEXTVAL}; fails with 002003 if there is none. */
  PhysicalName sequence(ObjectName.Plain name);

  /**
   * A table function of the account, such as INFORMATION_SCHEMA.TASK_HISTORY; empty if it has none
   * of that name.
   */
  Optional<RelationSource> tableFunction(
      ObjectName.Plain name, List<SqlValue> arguments, Map<String, SqlValue> namedArguments);

  /** The rows of staged files; fails if there is no such stage that the role may read. */
  RelationSource.Computed stagedFiles(StageLocation location, Options options);

  /**
   * A scalar function that the account answers, not the data: CURRENT_ROLE, LAST_QUERY_ID,
   * SYSTEM$..; empty if it has none of that (upper-case) name.
   */
  Optional<SqlValue> sessionFunction(String name, List<SqlValue> arguments);

  /** The value of an expression without columns, computed before the statement runs. */
  SqlValue constant(Expression expression);

  /** The n-th bound value, from 1; fails if it was not bound. */
  SqlValue bind(int index);

  /** A scripting variable; fails with 000904 if it is not declared. */
  SqlValue variable(Identifier name);

  /** A session variable; fails if it is not set. */
  SqlValue sessionVariable(Identifier name);

  /** The stored result of an earlier statement of this session. */
  Result result(String queryId);

  /** The moment at which the statement began; CURRENT_TIMESTAMP. */
  Instant now();

  /** The session's TIMEZONE. */
  ZoneId zone();

  /** The session's LOCK_TIMEOUT: how long a statement waits for a table at most. */
  Duration lockTimeout();
}
