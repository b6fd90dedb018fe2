package io.snowpull.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a type an internal stage of the application, for files on their way into tables; it
 * survives upgrades.
 *
 * <p>The first sentence of the javadoc becomes the stage's COMMENT.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-stage">CREATE STAGE</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StateStage {

  /** Schema, not versioned. */
  String schema() default "STATE";

  /** Name, an unquoted identifier; empty for the type's name in upper snake case. */
  String name() default "";

  /** What the files are, for queries that do not say it. */
  StagedFileType fileType() default StagedFileType.JSON;

  /** Roles that get READ; none keeps the files to the application itself. */
  String[] readableBy() default {};

  /**
   * COMMENT instead of the javadoc's first sentence; empty for the latter. A stage of a library
   * needs it, because a class file has no javadoc.
   */
  String comment() default "";
}
