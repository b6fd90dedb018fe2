package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A Streamlit page; the first one declared is the application's default page. */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface Streamlit {

  /** Versioned schema of the object. */
  String schema();

  /** Name, an unquoted identifier. */
  String name();

  /** Root-relative folder of the page's files. */
  String from();

  /** Main file, relative to {@link #from}, with a leading slash. */
  String mainFile();

  /** Title shown to the consumer; empty for none. */
  String title() default "";

  /** What the page is for; becomes its COMMENT. */
  String comment() default "";

  /** Roles that may open the page. */
  String[] grantedTo();
}
