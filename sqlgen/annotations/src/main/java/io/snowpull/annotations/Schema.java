package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A schema of the application.
 *
 * <p>Versioned schemas hold code only (procedures, Streamlit, views) and are replaced by an
 * upgrade; tables and tasks live in ordinary ones and survive it.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/versioned-schema">versioned
 *     schemas</a>
 */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface Schema {

  /** Name, an unquoted identifier. */
  String name();

  /** Whether the schema holds code that is replaced by an upgrade. */
  boolean versioned() default false;

  /** What the schema is for; becomes its COMMENT. */
  String comment();

  /** Roles that get USAGE on the schema; none keeps it invisible to consumers. */
  String[] usableBy() default {};
}
