package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A consumer's object that the application is given by reference.
 *
 * <p>Never change or remove one between versions: bound objects would dangle. Add another name.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/requesting-refs">requesting
 *     references</a>
 */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface Reference {

  /** Name, an unquoted identifier. */
  String name();

  /** Short name shown to the consumer. */
  String label();

  /** What the object is used for, as the consumer reads it. */
  String description();

  /** Kind of the object. */
  ObjectType objectType();

  /** Privileges on the object; each must exist for its kind. */
  ObjectPrivilege[] privileges();

  /** Whether several objects can be bound; never for integrations and secrets. */
  boolean multiValued() default false;

  /** Whether installation asks for it at once. */
  boolean requiredAtSetup() default false;

  /**
   * Qualified name of the {@link ConnectorProcedure} that binds the object; empty for the generated
   * {@code PUBLIC.REGISTER_REFERENCE}.
   */
  String registerCallback() default "";

  /**
   * Qualified name of the {@link ConnectorProcedure} that describes the wanted object; empty for
   * the generated one. Only for integrations and secrets.
   */
  String configurationCallback() default "";
}
