package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.local.engine.execution.Query;
import io.snowpull.local.engine.execution.QueryOutcome;
import io.snowpull.local.engine.execution.QueryRequest;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Session;
import io.snowpull.local.engine.session.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes queries, hands out their results, stops them. */
final class QueryEndpoint {

  /** Snowflake's own limit on the text of a statement. */
  private static final int MOST_CHARACTERS = 1_048_576;

  private static final String STILL_RUNNING = "333333";
  private static final String STARTED_ASYNCHRONOUSLY = "333334";

  private final ProtocolServices services;
  private final ResultChunks chunks = new ResultChunks();
  private final OutcomeWriter writer = new OutcomeWriter(chunks);

  QueryEndpoint(ProtocolServices services) {
    this.services = services;
  }

  Response submit(Request request) {
    Session session = Authenticated.session(services, request);
    JsonNode body = request.body();
    String text = body.path("sqlText").asText();
    if (text.length() > MOST_CHARACTERS) {
      throw new SnowflakeException(
          "001005",
          "54000",
          "SQL compilation error:\nthe statement has "
              + text.length()
              + " characters; at most "
              + MOST_CHARACTERS
              + " are allowed.");
    }
    List<List<Value>> binds =
        new BindReader(session.parameters().zone()).read(body.path("bindings"));
    Query query =
        services
            .queries()
            .submit(
                session,
                new QueryRequest(
                    request
                        .parameter("requestId")
                        .or(() -> request.parameter("request_id"))
                        .orElseGet(() -> UUID.randomUUID().toString()),
                    text,
                    binds,
                    body.path("bindStage").asText(""),
                    body.path("describeOnly").asBoolean(),
                    parameters(body.path("parameters"))));
    if (body.path("asyncExec").asBoolean() && !body.path("describeOnly").asBoolean()) {
      return pending(query, STARTED_ASYNCHRONOUSLY);
    }
    return answer(request, query);
  }

  /** GET /queries/{id}/result. */
  Response result(Request request, String queryId) {
    return answer(request, owned(request, queryId));
  }

  /** GET /monitoring/queries/{id}. */
  Response monitor(Request request, String queryId) {
    Session session = Authenticated.session(services, request);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    var queries = data.putArray("queries");
    find(session, queryId)
        .ifPresent(
            query -> {
              ObjectNode node = queries.addObject();
              node.put("id", query.id());
              node.put("sqlText", query.text());
              node.put("status", query.status().name());
              node.put("startTime", query.startedAt().toEpochMilli());
              query.endedAt().ifPresent(end -> node.put("endTime", end.toEpochMilli()));
              if (query.outcome().orElse(null) instanceof QueryOutcome.Failure failure) {
                node.put("errorCode", failure.error().code());
                node.put("errorMessage", failure.error().message());
              }
            });
    return Response.success(data);
  }

  Response abort(Request request) {
    Session session = Authenticated.session(services, request);
    String requestId = request.body().path("requestId").asText();
    if (!services.queries().cancelRequest(session, requestId)) {
      // Source: what Snowflake answers when there is no such query (any more).
      throw new SnowflakeException(
          "000605", "02000", "Identified SQL statement is not currently executing.");
    }
    return Response.success(null);
  }

  /** One chunk of a large result; the address cannot be guessed, as it has the query's id. */
  Response chunk(String queryId, ResultFormat format, int number) {
    return services
        .queries()
        .find(queryId)
        .flatMap(Query::outcome)
        .filter(QueryOutcome.Answer.class::isInstance)
        .map(outcome -> chunks.of(queryId, ((QueryOutcome.Answer) outcome).result(), format))
        .filter(all -> number < all.size())
        .map(all -> Response.chunk(all.get(number)))
        .orElseGet(Response::notFound);
  }

  private Response answer(Request request, Query query) {
    Optional<QueryOutcome> outcome = query.await(services.slowAfter());
    if (outcome.isEmpty()) {
      return pending(query, STILL_RUNNING);
    }
    return writer.response(query, outcome.get(), request.origin());
  }

  private static Response pending(Query query, String code) {
    return Response.success(
        code,
        "Query execution in progress",
        json -> {
          json.writeStartObject();
          json.writeStringField("queryId", query.id());
          json.writeStringField("getResultUrl", "/queries/" + query.id() + "/result");
          json.writeNumberField("queryAbortsAfterSecs", 300);
          json.writeEndObject();
        });
  }

  private Query owned(Request request, String queryId) {
    Session session = Authenticated.session(services, request);
    return find(session, queryId)
        .orElseThrow(
            () -> new SnowflakeException("000709", "02000", "Statement " + queryId + " not found"));
  }

  /** A user may read the results of all of his sessions, nobody those of others. */
  private Optional<Query> find(Session session, String queryId) {
    return services
        .queries()
        .find(queryId.toLowerCase(Locale.ROOT))
        .filter(query -> query.session().user().equals(session.user()));
  }

  private static Map<String, String> parameters(JsonNode node) {
    Map<String, String> parameters = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
        parameters.put(entry.getKey().toUpperCase(Locale.ROOT), entry.getValue().asText());
      }
    }
    return parameters;
  }
}
