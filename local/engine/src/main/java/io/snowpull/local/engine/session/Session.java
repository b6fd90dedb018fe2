package io.snowpull.local.engine.session;

import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One client session: who, where, with which parameters and variables. */
public final class Session {

  private final long id;
  private final String user;
  private final SessionParameters parameters = new SessionParameters();
  private final Map<String, Value> variables = new ConcurrentHashMap<>();
  private volatile Context context;
  private final Map<ObjectKey, CatalogObject> temporaries = new TreeMap<>();
  private final List<String> queryIds = new ArrayList<>();
  private @Nullable OpenTransaction transaction;
  private volatile String client = "";

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

  /** Which driver opened the session, as it calls itself: {@code PythonConnector}; "" for none. */
  public String client() {
    return client;
  }

  public void setClient(String newClient) {
    this.client = newClient;
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

  /**
   * The id of the n-th statement of the session that has ended: 1 the first, -1 the last; empty if
   * there were fewer.
   */
  public synchronized Optional<String> queryId(int n) {
    int index = n > 0 ? n - 1 : queryIds.size() + n;
    return n == 0 || index < 0 || index >= queryIds.size()
        ? Optional.empty()
        : Optional.of(queryIds.get(index));
  }

  public synchronized void addQuery(String queryId) {
    queryIds.add(queryId);
  }

  /** The session's own temporary object of that name. */
  public synchronized Optional<CatalogObject> temporary(ObjectKey key) {
    return Optional.ofNullable(temporaries.get(key));
  }

  /** All temporary objects of the session. */
  public synchronized List<CatalogObject> temporaries() {
    return List.copyOf(temporaries.values());
  }

  /** Creates or replaces a temporary object. */
  public synchronized void putTemporary(CatalogObject object) {
    temporaries.put(object.key(), object);
  }

  public synchronized void removeTemporary(ObjectKey key) {
    temporaries.remove(key);
  }

  /** The transaction that BEGIN opened, or a change while AUTOCOMMIT is false; empty for none. */
  public synchronized Optional<OpenTransaction> transaction() {
    return Optional.ofNullable(transaction);
  }

  public synchronized void setTransaction(@Nullable OpenTransaction newTransaction) {
    this.transaction = newTransaction;
  }
}
