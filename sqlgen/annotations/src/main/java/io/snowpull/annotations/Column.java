package io.snowpull.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the Java type and name of a record component do not say about its column. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

  /** Name, an unquoted identifier; empty for the component's name in upper snake case. */
  String name() default "";

  /** Type, where it is not that of the Java type. */
  ColumnType type() default ColumnType.FROM_JAVA;

  /**
   * Length of a VARCHAR or BINARY, precision of a NUMBER, in digits; -1 for Snowflake's default.
   */
  int precision() default -1;

  /** Digits after the point of a NUMBER, fractional digits of a time; -1 for the default. */
  int scale() default -1;

  /** Whether NULL is refused. */
  boolean notNull() default false;

  /** Default of the column. */
  ColumnDefault defaultTo() default ColumnDefault.NONE;

  /** Literal default as text, where {@link #defaultTo} is LITERAL. */
  String literal() default "";

  /**
   * Application version that added the column; empty for the table's first version. Such a column
   * is added to tables that exist already, so it can have neither a default nor NOT NULL.
   *
   * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-table">ADD COLUMN IF NOT
   *     EXISTS</a>
   */
  String addedIn() default "";
}
