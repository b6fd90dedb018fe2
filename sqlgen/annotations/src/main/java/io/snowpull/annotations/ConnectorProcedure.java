package io.snowpull.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method a stored procedure of the application.
 *
 * <p>A leading {@code com.snowflake.snowpark_java.Session} is not part of the SQL signature; the
 * other parameters become arguments of the same name in upper snake case ({@code resourceId} ->
 * {@code RESOURCE_ID}). The first sentence of the javadoc becomes the COMMENT, {@code @param},
 * {@code @return} and {@code @throws} the rows of {@code procedures.md}.
 *
 * <p>Consumers cannot call a procedure that reaches outside through references, so one with {@link
 * #externalAccess} is never granted: it is created in {@link #schema}, and a LANGUAGE SQL wrapper
 * of the same signature is created in {@link #wrapperSchema} and granted instead.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-procedure">CREATE
 *     PROCEDURE</a>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface ConnectorProcedure {

  /** Name, an unquoted identifier; empty for the method's name in upper snake case. */
  String name() default "";

  /** Versioned schema of the Java procedure. */
  String schema() default "CORE";

  /** Application roles that may call it; none keeps it internal. */
  String[] grantedTo() default {};

  /**
   * Whether a LANGUAGE SQL wrapper in {@link #wrapperSchema} is what consumers call. Always so with
   * {@link #externalAccess} and at least one role.
   */
  boolean wrapped() default true;

  /** Versioned schema of the wrapper. */
  String wrapperSchema() default "PUBLIC";

  /** Whether the application's external access integration and its secrets are attached. */
  boolean externalAccess() default false;

  /** Aliases of the attached secrets; empty for all that are declared. */
  String[] secrets() default {};

  /** Packages besides the application's. */
  String[] packages() default {};

  /** Account privileges its body uses; each must be declared by the application. */
  AccountPrivilege[] uses() default {};

  /** References its body uses; each must be declared by the application. */
  String[] usesReferences() default {};

  /**
   * Whether the setup script calls it at its end: at each installation, upgrade and patch, and
   * again when Snowflake repeats the script. So it takes no arguments, can be repeated, and reaches
   * nothing outside. When it fails, so does the upgrade, and the installed version stays.
   */
  boolean afterSetup() default false;

  /** COMMENT instead of the javadoc's first sentence; empty for the latter. */
  String comment() default "";
}
