package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.connector.Arguments;
import io.snowpull.runtime.resource.ResourceOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a repository: those of every resource, and whether it is read with pull requests.
 */
final class RepositoryOptions {
  private static final String PULL_REQUESTS = "include_pull_requests";

  private RepositoryOptions() {}

  /** Reads and checks what a person passed. */
  static ResourceOptions of(@Nullable Variant options) {
    ResourceOptions read = ResourceOptions.of(Arguments.document(options), Set.of(PULL_REQUESTS));
    pullRequests(read);
    return read;
  }

  static boolean pullRequests(ResourceOptions options) {
    return options.flag(PULL_REQUESTS, true);
  }
}
