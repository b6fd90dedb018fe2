package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An account privilege the application asks for. */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface Privilege {

  /** The privilege. */
  AccountPrivilege value();

  /** Why the application needs it, as the consumer reads it before granting. */
  String reason();
}
