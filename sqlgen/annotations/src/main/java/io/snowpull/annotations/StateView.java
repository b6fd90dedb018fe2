package io.snowpull.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a view over a {@link StateTable}; each component is a column, see {@link From}.
 *
 * <p>The first sentence of the javadoc becomes the view's COMMENT.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface StateView {

  /** Versioned schema of the view. */
  String schema() default "CORE";

  /** Name, an unquoted identifier; empty for the record's name in upper snake case. */
  String name() default "";

  /** The record of the table that is read. */
  Class<? extends Record> of();

  /** Columns of the table of which each combination gives one row; empty for every row. */
  String[] onePer() default {};

  /** Columns of the table by which the row with the greatest values is chosen, with onePer. */
  String[] newestBy() default {};

  /** Roles that get SELECT. */
  String[] readableBy() default {};
}
