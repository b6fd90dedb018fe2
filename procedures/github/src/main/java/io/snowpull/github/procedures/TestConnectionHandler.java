package io.snowpull.github.procedures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.DefaultValue;
import io.snowpull.github.Roles;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectionTestRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The procedure that tries the connection. */
public final class TestConnectionHandler {
  private TestConnectionHandler() {}

  /**
   * Tries address, token, limit, and permission for a repository, and keeps what it found.
   *
   * @param resourceId a repository to try to read; NULL for none
   * @return {@code ok}, {@code base_url}, {@code tested_at}; {@code limit}, {@code remaining},
   *     {@code reset_at} of the hour; {@code token_expires_at} where GitHub says it; {@code
   *     resource}; and {@code code}, {@code reason} where it does not work
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, externalAccess = true)
  public static Variant testConnection(
      Session session, @DefaultValue(isNull = true) @Nullable String resourceId) {
    return new ProcedureEdge(
            "TEST_CONNECTION", LoggerFactory.getLogger(TestConnectionHandler.class))
        .run(() -> new Variant(Json.write(test(new SnowparkSql(session), resourceId))));
  }

  private static ObjectNode test(Sql sql, @Nullable String resourceId) {
    ConnectorConfiguration configuration = new ConfigurationRepository(sql).require();
    ObjectNode result =
        Json.object()
            .put("ok", true)
            .put("tested_at", InstantSource.system().instant().toString())
            .put("base_url", GitHubConnection.baseUrl(configuration).uri().toString());
    try {
      new ConnectionTest(GitHubConnection.client(configuration)).run(resourceId, result);
    } catch (ConnectorException e) {
      // That it does not work is what was asked for, so it is an answer and no error.
      result.put("ok", false).put("code", e.code().name()).put("reason", e.getMessage());
    }
    new ConnectionTestRepository(sql).save(result);
    return result;
  }
}
