package io.snowpull.github.issues;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.CatalogEntry;
import io.snowpull.runtime.source.ResourceCatalog;
import io.snowpull.runtime.source.SourceIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The repositories of an organization, or of a person, that the token may see.
 *
 * <p>https://docs.github.com/en/rest/repos/repos#list-organization-repositories; of a person only
 * public ones are listed.
 */
public final class RepositoryCatalog implements ResourceCatalog {
  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,38}");

  private final GitHubClient client;

  public RepositoryCatalog(GitHubClient client) {
    this.client = client;
  }

  @Override
  public List<CatalogEntry> list(String owner) {
    if (!OWNER.matcher(owner).matches()) {
      throw GitHubException.of(
          GitHubError.REPOSITORY_NAME_INVALID,
          "'"
              + owner
              + "' is not the name of an organization or a person. Write all of one as owner/*,"
              + " such as Snowflake-Labs/*.");
    }
    List<CatalogEntry> entries = new ArrayList<>();
    Optional<GitHubResponse> page = Optional.of(first(owner));
    while (page.isPresent()) {
      GitHubResponse response = page.get();
      for (JsonNode repository : array(response)) {
        entries.add(entry(repository, response));
      }
      Optional<URI> next = response.next().filter(target -> !target.equals(response.address()));
      page = next.map(client::get);
    }
    return entries;
  }

  private GitHubResponse first(String owner) {
    String query = "/repos?type=all&per_page=100";
    try {
      return client.get("/orgs/" + owner + query);
    } catch (GitHubException e) {
      if (e.code() != GitHubError.NOT_FOUND) {
        throw e;
      }
      return client.get("/users/" + owner + query);
    }
  }

  private static JsonNode array(GitHubResponse response) {
    try {
      JsonNode page = Json.parse(new String(response.body(), StandardCharsets.UTF_8));
      if (page.isArray()) {
        return page;
      }
    } catch (IllegalArgumentException notJson) {
      throw invalid(response, "it is not JSON");
    }
    throw invalid(response, "it is not an array");
  }

  private static CatalogEntry entry(JsonNode repository, GitHubResponse response) {
    JsonNode id = repository.path("id");
    JsonNode name = repository.path("full_name");
    if (!id.isIntegralNumber() || !id.canConvertToLong() || !name.isTextual()) {
      throw invalid(response, "a repository has no id or no full_name");
    }
    return new CatalogEntry(
        new SourceIdentity(id.longValue(), name.textValue()),
        repository.path("archived").asBoolean(false),
        repository.path("fork").asBoolean(false),
        repository.path("has_issues").asBoolean(true));
  }

  private static GitHubException invalid(GitHubResponse response, String why) {
    return GitHubException.of(
        GitHubError.RESPONSE_INVALID,
        "The answer to GET "
            + response.address().getRawPath()
            + " is not what GitHub documents: "
            + why
            + ". Call again; if it stays so, check api_base_url.");
  }
}
