package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.session.Value;
import java.util.List;
import java.util.Map;

/**
 * What a client asks for in one request.
 *
 * @param requestId the client's id of the request; the same id again means the same execution
 * @param binds one list of values for each time the statement is to run: empty without binds, one
 *     for scalar binds, many for array binds
 * @param bindStage the staged files that hold the values of an array bind instead, as a stage path;
 *     "" for none
 * @param describeOnly asks for columns and number of binds without running the statement
 * @param parameters session parameters for this request only, names in upper case
 */
public record QueryRequest(
    String requestId,
    String sqlText,
    List<List<Value>> binds,
    String bindStage,
    boolean describeOnly,
    Map<String, String> parameters) {

  public QueryRequest {
    binds = List.copyOf(binds);
    parameters = Map.copyOf(parameters);
  }

  /** The same with the values at hand. */
  QueryRequest withBinds(List<List<Value>> values) {
    return new QueryRequest(requestId, sqlText, values, "", describeOnly, parameters);
  }
}
