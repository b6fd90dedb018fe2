package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.session.Session;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queries of the account, newest last, with their results for RESULT_SCAN. Old ones are
 * forgotten when there are too many, or when their results hold too many cells.
 */
public final class QueryRegistry {

  private static final int MOST_QUERIES = 10_000;
  private static final long MOST_CELLS = 2_000_000;

  private final Map<String, Query> byId = new LinkedHashMap<>();
  private final Map<String, Query> byRequest = new LinkedHashMap<>();
  private long cells;

  synchronized void add(String requestId, Query query) {
    byId.put(query.id(), query);
    byRequest.put(requestId, query);
  }

  synchronized void add(Query query) {
    byId.put(query.id(), query);
  }

  /** Notes that a query has its result, and forgets old ones when that is too much. */
  synchronized void ended(Query query) {
    cells += cells(query);
    Iterator<Query> oldest = byId.values().iterator();
    while ((byId.size() > MOST_QUERIES || cells > MOST_CELLS) && oldest.hasNext()) {
      Query old = oldest.next();
      if (old != query && old.status() != Query.Status.RUNNING) {
        oldest.remove();
        byRequest.values().removeIf(known -> known == old);
        cells -= cells(old);
      }
    }
  }

  public synchronized Optional<Query> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized Optional<Query> findRequest(String requestId) {
    return Optional.ofNullable(byRequest.get(requestId));
  }

  /** The queries of one session, oldest first. */
  public synchronized List<Query> of(Session session) {
    return byId.values().stream().filter(query -> query.session() == session).toList();
  }

  /** All queries that are remembered, oldest first. */
  public synchronized List<Query> all() {
    return new ArrayList<>(byId.values());
  }

  private static long cells(Query query) {
    return query.outcome().orElse(null) instanceof QueryOutcome.Answer answer
        ? answer.result().rowCount() * answer.result().columns().size()
        : 0;
  }
}
