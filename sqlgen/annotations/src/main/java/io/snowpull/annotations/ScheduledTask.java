package io.snowpull.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a procedure without arguments on a schedule, from installation on, without a warehouse.
 *
 * <p>Needs manifest version 2, where EXECUTE TASK and EXECUTE MANAGED TASK are granted at
 * installation; with version 1 a procedure creates its tasks once a warehouse is bound.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK</a>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface ScheduledTask {

  /** Schema, not versioned. */
  String schema() default "TASKS";

  /** Name, an unquoted identifier; empty for the procedure's. */
  String name() default "";

  /** {@code <n> MINUTES}, {@code <n> HOURS}, {@code <n> SECONDS} or {@code USING CRON ...}. */
  String schedule();

  /** Longest run, in milliseconds. */
  long timeoutMillis() default 3_600_000;

  /** Failures in a row after which the task is suspended; 0 for never. */
  int suspendAfterFailures() default 0;
}
