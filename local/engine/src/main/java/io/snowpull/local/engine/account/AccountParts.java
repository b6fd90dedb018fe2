package io.snowpull.local.engine.account;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.access.SecretStore;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.ddl.SchemaHandler;
import io.snowpull.local.engine.ddl.SecurityHandler;
import io.snowpull.local.engine.ddl.SessionCleanup;
import io.snowpull.local.engine.ddl.TableHandler;
import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.ContextFunctions;
import io.snowpull.local.engine.execution.DataAccess;
import io.snowpull.local.engine.execution.DmlHandler;
import io.snowpull.local.engine.execution.Handlers;
import io.snowpull.local.engine.execution.QueryHandler;
import io.snowpull.local.engine.execution.QueryRegistry;
import io.snowpull.local.engine.execution.QueryService;
import io.snowpull.local.engine.execution.RelationSources;
import io.snowpull.local.engine.execution.Services;
import io.snowpull.local.engine.execution.SessionHandler;
import io.snowpull.local.engine.execution.SqlContexts;
import io.snowpull.local.engine.execution.StatementDispatcher;
import io.snowpull.local.engine.execution.StatementExecutor;
import io.snowpull.local.engine.execution.StatementParser;
import io.snowpull.local.engine.execution.TransactionHandler;
import io.snowpull.local.engine.execution.UnsupportedHandler;
import io.snowpull.local.engine.inspection.InformationSchema;
import io.snowpull.local.engine.inspection.InspectionHandler;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.session.Logins;
import io.snowpull.local.engine.session.OneTimeTokens;
import io.snowpull.local.engine.session.SessionRegistry;
import io.snowpull.local.engine.session.TokenSource;
import io.snowpull.local.engine.stage.StageHandler;
import io.snowpull.local.engine.stage.StageStore;
import io.snowpull.local.engine.stage.StageTransfers;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The objects an account is made of, put together. */
final class AccountParts implements AutoCloseable {

  /** Snowpark nests queries deeply, and each level takes some frames of every pass over it. */
  private static final long STACK_BYTES = 64L * 1024 * 1024;

  private final ExecutorService threads = Executors.newCachedThreadPool(threads("query"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(threads("timer"));
  private final SessionRegistry sessions;
  private final Logins logins;
  private final QueryService queries;

  AccountParts(AccountConfig config, Database database, String password) {
    Catalog catalog = Catalog.open(database);
    new Bootstrap(config.clock()).run(catalog);
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    StageStore stages = new StageStore(config.dataDirectory().resolve("stages"), ids);
    StatementParser parser = SnowflakeParser::parse;
    QueryRegistry registry = new QueryRegistry();
    InformationSchema informationSchema = new InformationSchema();
    RelationSources relations = new RelationSources(parser, informationSchema);
    AccountFunctions functions = ContextFunctions.all();
    Services services =
        new Services(
            catalog,
            new AccessControl(catalog),
            new DataAccess(database),
            new SqlContexts(relations, functions),
            new StageTransfers(stages),
            stages,
            new SecretStore(database),
            registry,
            parser,
            config.clock());
    StatementExecutor executor =
        new StatementExecutor(new StatementDispatcher(handlers(stages)), services);
    this.queries =
        new QueryService(parser, executor, registry, ids, config.clock(), threads, timer);
    TokenSource tokens = new TokenSource();
    SessionCleanup cleanup = new SessionCleanup(services);
    cleanup.dropLeftovers();
    this.sessions =
        new SessionRegistry(
            tokens,
            config.clock(),
            session -> {
              queries.cancelAll(session);
              cleanup.clean(session);
            });
    this.logins = new Logins(password, catalog, sessions, new OneTimeTokens(tokens));
  }

  Logins logins() {
    return logins;
  }

  SessionRegistry sessions() {
    return sessions;
  }

  QueryService queries() {
    return queries;
  }

  ExecutorService threads() {
    return threads;
  }

  /** Called once the port is known and open. */
  void started(int port) {
    assert port > 0;
  }

  @Override
  public void close() {
    sessions.closeAll();
    timer.shutdownNow();
    threads.shutdownNow();
  }

  private static Handlers handlers(StageStore stages) {
    return new Handlers(
        new QueryHandler(),
        new DmlHandler(),
        new SessionHandler(),
        new TransactionHandler(),
        new TableHandler(),
        new SchemaHandler(),
        new SecurityHandler(),
        new StageHandler(stages),
        new UnsupportedHandler<>("application packages and applications"),
        new UnsupportedHandler<>("procedures and functions"),
        new UnsupportedHandler<>("tasks"),
        new InspectionHandler(java.util.Map.of()),
        new UnsupportedHandler<>("scripting blocks"));
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(null, work, name + "-" + number.incrementAndGet(), STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }
}
