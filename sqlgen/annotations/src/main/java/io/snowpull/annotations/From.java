package io.snowpull.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a column of a {@link StateView} comes from; without it, from the column of its name. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.RECORD_COMPONENT)
public @interface From {

  /** Column of the table. */
  String column();

  /** Steps into a VARIANT column, outermost first; empty for the column itself. */
  String[] path() default {};
}
