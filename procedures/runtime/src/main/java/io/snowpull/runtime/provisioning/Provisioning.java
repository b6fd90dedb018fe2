package io.snowpull.runtime.provisioning;

import io.snowpull.ddl.DatabaseStatements;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import java.util.List;

/**
 * Makes the connector ready for resources.
 *
 * <p>Every step can be repeated, and the configuration is stored last: a call that failed half way
 * is mended by calling again.
 */
public final class Provisioning {
  private final Sql sql;
  private final List<String> dataRoles;

  /**
   * @param dataRoles application roles that may see the destination database
   */
  public Provisioning(Sql sql, List<String> dataRoles) {
    this.sql = sql;
    this.dataRoles = List.copyOf(dataRoles);
  }

  public void provision(ConnectorConfiguration configuration) {
    bindConnection(configuration);
    String database = configuration.destinationDatabase().text();
    createDatabase(database);
    grantUsage(database);
    new ConfigurationRepository(sql).save(configuration);
  }

  private void bindConnection(ConnectorConfiguration configuration) {
    String integration = configuration.integrationName().text();
    String secret = configuration.secretName().text();
    try {
      sql.run(RecurringStatement.BIND_CONNECTION.text(), integration, secret);
    } catch (SqlException e) {
      throw new ConnectorException(
          RuntimeError.CONNECTION_NOT_BOUND,
          "Snowflake refuses to bind the integration "
              + integration
              + " and the secret "
              + secret
              + ". Check that both exist, that the integration allows the secret, and that the"
              + " application was granted USAGE ON INTEGRATION "
              + integration
              + ", USAGE on the secret's database and schema, and READ ON SECRET "
              + secret
              + "; then call again. "
              + e.getMessage(),
          e);
    }
  }

  private void createDatabase(String database) {
    try {
      sql.run(new DatabaseStatements(database).create());
    } catch (SqlException e) {
      if (e.alreadyExists()) {
        // Ours or not is for the next step to find out: only an owner can grant.
        return;
      }
      if (e.insufficientPrivileges()) {
        throw new ConnectorException(
            RuntimeError.PRIVILEGE_MISSING,
            "The application may not create the database "
                + database
                + ". Run GRANT CREATE DATABASE ON ACCOUNT TO APPLICATION <name of the application>,"
                + " or grant it on the connector's page; then call again. "
                + e.getMessage(),
            e);
      }
      throw e;
    }
  }

  private void grantUsage(String database) {
    for (String grant : new DatabaseStatements(database).grantUsage(dataRoles)) {
      try {
        sql.run(grant);
      } catch (SqlException e) {
        if (e.doesNotExist() || e.insufficientPrivileges()) {
          throw new ConnectorException(
              RuntimeError.DATABASE_NOT_OWNED,
              "The database "
                  + database
                  + " exists and does not belong to this application, which writes to a database of"
                  + " its own only. Choose a destination_database that does not exist yet, or drop or"
                  + " rename that one; then call again. "
                  + e.getMessage(),
              e);
        }
        throw e;
      }
    }
  }
}
