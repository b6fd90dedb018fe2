package io.snowpull.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /graphql}, as far as clients look up repositories: any number of aliased {@code
 * repository(owner:, name:)} fields, each answered with {@code nameWithOwner} and {@code
 * databaseId}, and {@code rateLimit}. This is the one query that tap-github makes before it lists
 * issues.
 */
final class GraphQlEndpoint implements Endpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LOOKUP =
      Pattern.compile("(\\w+)\\s*:\\s*repository\\s*\\(([^)]*)\\)");
  private static final Pattern OWNER = Pattern.compile("owner\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern NAME = Pattern.compile("name\\s*:\\s*\"([^\"]+)\"");

  private final Repositories repositories;

  GraphQlEndpoint(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Response answer(Request request, MatchResult path) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode data = answer.putObject("data");
    Matcher lookup = LOOKUP.matcher(query(request));
    while (lookup.find()) {
      String name = argument(OWNER, lookup.group(2)) + "/" + argument(NAME, lookup.group(2));
      SimulatedRepository repository = repositories.byName(name);
      if (repository == null) {
        data.putNull(lookup.group(1));
        answer
            .withArray("errors")
            .addObject()
            .put("type", "NOT_FOUND")
            .put("message", "Could not resolve to a Repository with the name '" + name + "'.");
      } else {
        data.putObject(lookup.group(1))
            .put("nameWithOwner", repository.fullName())
            .put("databaseId", repository.id());
      }
    }
    data.putObject("rateLimit").put("cost", 1);
    return Response.ok(answer);
  }

  private static String argument(Pattern form, String arguments) {
    Matcher argument = form.matcher(arguments);
    if (!argument.find()) {
      throw new InvalidParameterException("repository", arguments);
    }
    return argument.group(1);
  }

  private static String query(Request request) {
    try {
      return JSON.readTree(request.body()).path("query").asText("");
    } catch (JsonProcessingException e) {
      throw new InvalidParameterException("query", "not JSON");
    }
  }
}
