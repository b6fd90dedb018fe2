package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The outside service of the connector: hosts, integration and secrets.
 *
 * <p>With manifest version 1 the consumer owns rule, integration and secret, and the generated
 * {@code BIND_CONNECTION} attaches them to every procedure with external access. Its arguments are
 * the integration and then one name for each secret, in the order declared here. What it bound is
 * read again from the configuration table at the end of {@code setup.sql}, because an upgrade
 * recreates the procedures without it.
 *
 * <p>With manifest version 2 the application owns rule and integration, and the consumer approves
 * the hosts.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface ExternalAccess {

  /** Short name of the service, an unquoted identifier; app specifications are named after it. */
  String name();

  /** Name shown to the consumer. */
  String label();

  /** What is fetched from the service, as the consumer reads it. */
  String description();

  /** Hosts as {@code host:port}. */
  String[] hosts();

  /** Suggested name of the external access integration. */
  String integration();

  /** Suggested name of the network rule. */
  String networkRule();

  /** Secrets the service asks for. */
  Secret[] secrets() default {};

  /**
   * Reference of type EXTERNAL_ACCESS_INTEGRATION through which the page can bind the integration;
   * empty when binding by name is the only way.
   */
  String reference() default "";

  /** Schema of {@code BIND_CONNECTION}; versioned. */
  String bindSchema() default "CORE";

  /** State table (columns KEY and VALUE) that holds the names once provisioned. */
  String configurationTable() default "STATE.APP_CONFIGURATION";

  /** Row of the configuration table that holds the names. */
  String configurationKey() default "config";

  /** Field of that row with the name of the integration. */
  String configurationField() default "external_access_integration_name";

  /** State table (columns KEY and VALUE) that records a failed re-binding. */
  String failureTable() default "STATE.APP_STATE";
}
