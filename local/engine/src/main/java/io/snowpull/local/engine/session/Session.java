package io.snowpull.local.engine.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One client session: who, where, with which parameters and variables. */
public final class Session {

  private final long id;
  private final String user;
  private final SessionParameters parameters = new SessionParameters();
  private final Map<String, Value> variables = new ConcurrentHashMap<>();
  private volatile Context context;
  private volatile @Nullable String lastQueryId;

  public Session(long id, String user, Context context) {
    this.id = id;
    this.user = user;
    this.context = context;
  }

  public long id() {
    return id;
  }

  public String user() {
    return user;
  }

  public SessionParameters parameters() {
    return parameters;
  }

  /** The session's variables, names folded as identifiers are. Safe for several threads. */
  public Map<String, Value> variables() {
    return variables;
  }

  public Context context() {
    return context;
  }

  public void setContext(Context context) {
    this.context = context;
  }

  /** The id of the last statement that ended; empty before the first. */
  public Optional<String> lastQueryId() {
    return Optional.ofNullable(lastQueryId);
  }

  public void setLastQueryId(String queryId) {
    this.lastQueryId = queryId;
  }
}
