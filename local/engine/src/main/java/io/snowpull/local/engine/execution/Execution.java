package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Session;
import io.snowpull.local.engine.session.Value;
import java.util.Optional;

/**
 * One running statement: in which session, as whom, where, with which bound values.
 *
 * <p>An owner's-rights procedure runs its statements in a {@link #frame} of its own: as the owner,
 * in the procedure's schema; USE inside it ends with it.
 */
public final class Execution {

  private final Session session;
  private final Services services;
  private final StatementDispatcher dispatcher;
  private final String queryId;
  private final Binds binds;
  private final ContextHolder context;
  private final Cancellation cancellation;

  Execution(
      Session session,
      Services services,
      StatementDispatcher dispatcher,
      String queryId,
      Binds binds,
      ContextHolder context,
      Cancellation cancellation) {
    this.session = session;
    this.services = services;
    this.dispatcher = dispatcher;
    this.queryId = queryId;
    this.binds = binds;
    this.context = context;
    this.cancellation = cancellation;
  }

  public Session session() {
    return session;
  }

  public Services services() {
    return services;
  }

  public Catalog catalog() {
    return services.catalog();
  }

  /** The catalog's present state. */
  public CatalogSnapshot snapshot() {
    return services.catalog().snapshot();
  }

  /** The table or view of that name: the session's temporary one before the permanent one. */
  public Optional<RelationDefinition> relation(QualifiedName name) {
    return session
        .temporary(ObjectKey.of(ObjectKind.TABLE, name))
        .map(RelationDefinition.class::cast)
        .or(() -> snapshot().relation(name));
  }

  /** As whom and where this statement runs. */
  public Context context() {
    return context.value();
  }

  /** What USE does: for the session, or inside a frame for the rest of the frame. */
  public void use(Context newContext) {
    context.set(newContext);
  }

  public Binds binds() {
    return binds;
  }

  /** The id under which clients and QUERY_HISTORY know the outermost statement. */
  public String queryId() {
    return queryId;
  }

  /** How the statement learns that it is to stop; long work registers there. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Resolves names as this execution sees them. */
  public NameResolver names() {
    return new NameResolver(this);
  }

  /** The same with other bound values, for a statement inside this one. */
  public Execution with(Binds newBinds) {
    return new Execution(session, services, dispatcher, queryId, newBinds, context, cancellation);
  }

  /** A frame of its own: as another principal or in another schema, until it is left. */
  public Execution frame(Context inner) {
    return new Execution(
        session, services, dispatcher, queryId, binds, ContextHolder.of(inner), cancellation);
  }

  /** True inside {@link #frame}: where Snowflake forbids ALTER SESSION and session variables. */
  public boolean isFramed() {
    return !context.isSession();
  }

  /** Runs a statement inside this one, in the same context and transaction. */
  public Result run(Statement statement) {
    if (StatementExecutor.commits(statement)) {
      services.data().commit(session);
    }
    return dispatcher.dispatch(statement, this);
  }

  /** The value of a scalar expression, with this execution's bound values. */
  public Value evaluate(Expression expression) {
    SqlValue value =
        services
            .data()
            .read(
                this, connection -> connection.evaluate(expression, services.sql().context(this)));
    return new Value(value.type(), value.value());
  }
}
