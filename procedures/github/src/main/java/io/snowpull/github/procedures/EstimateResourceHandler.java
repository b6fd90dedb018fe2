package io.snowpull.github.procedures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.DefaultValue;
import io.snowpull.github.Roles;
import io.snowpull.github.client.RateLimit;
import io.snowpull.github.issues.IssueCount;
import io.snowpull.github.issues.IssueCounter;
import io.snowpull.github.issues.LoadEstimate;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.RunOptions;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.SnowparkSql;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The procedure that says what a repository would cost, before it is enabled. */
public final class EstimateResourceHandler {
  private EstimateResourceHandler() {}

  /**
   * Estimates the first load of a repository, in two or three requests; nothing is created.
   *
   * @param resourceId the repository as {@code owner/name}
   * @param options what it would be enabled with
   * @return {@code repository, issues, exact, requests, minutes, megabytes, megabytes_received},
   *     and {@code requests_left} of the token's limit
   */
  @ConnectorProcedure(grantedTo = Roles.APP_USER, externalAccess = true)
  public static Variant estimateResource(
      Session session, String resourceId, @DefaultValue(isNull = true) @Nullable Variant options) {
    return new ProcedureEdge(
            "ESTIMATE_RESOURCE", LoggerFactory.getLogger(EstimateResourceHandler.class))
        .run(
            () -> {
              ResourceOptions read = RepositoryOptions.of(options);
              ConnectorConfiguration configuration =
                  new ConfigurationRepository(new SnowparkSql(session)).require();
              return new Variant(Json.write(estimate(configuration, resourceId, read)));
            });
  }

  private static ObjectNode estimate(
      ConnectorConfiguration configuration, String resourceId, ResourceOptions options) {
    IssueCounter counter = new IssueCounter(GitHubConnection.client(configuration));
    SourceIdentity repository = counter.identify(resourceId);
    IssueCount count = counter.count(repository.id(), options.startDate());
    int concurrency = RunOptions.limits(configuration.document()).concurrency();
    ObjectNode estimate = new LoadEstimate(count, concurrency).toJson();
    estimate.put("repository", repository.name());
    counter
        .limit()
        .map(RateLimit::remaining)
        .ifPresent(remaining -> remaining.ifPresent(left -> estimate.put("requests_left", left)));
    return estimate;
  }
}
