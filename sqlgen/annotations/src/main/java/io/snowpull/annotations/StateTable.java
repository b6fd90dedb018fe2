package io.snowpull.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a table of the application that survives upgrades; each component is a column.
 *
 * <p>The first sentence of the javadoc becomes the table's COMMENT.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StateTable {

  /** Schema, not versioned. */
  String schema() default "STATE";

  /** Name, an unquoted identifier; empty for the record's name in upper snake case. */
  String name() default "";

  /** Roles that get SELECT. */
  String[] readableBy() default {};

  /** Columns of earlier versions that are declared no more; accounts that have them keep them. */
  String[] retiredColumns() default {};

  /** Columns to cluster by, in order; empty for none. */
  String[] clusterBy() default {};

  /**
   * COMMENT instead of the javadoc's first sentence; empty for the latter. A table of a library
   * needs it, because a class file has no javadoc.
   */
  String comment() default "";
}
