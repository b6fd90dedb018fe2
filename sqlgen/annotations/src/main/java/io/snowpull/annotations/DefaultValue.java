package io.snowpull.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Default of a procedure's argument; only trailing arguments have one, and a procedure with
 * defaults cannot be overloaded.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PARAMETER)
public @interface DefaultValue {

  /** The default as text: a string as it is, a number, {@code true}, {@code false}. */
  String value() default "";

  /** Whether the default is NULL; {@link #value} is ignored then. */
  boolean isNull() default false;
}
