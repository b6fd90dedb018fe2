package io.snowpull.local.engine.account;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.access.SecretStore;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.ddl.SchemaHandler;
import io.snowpull.local.engine.ddl.SecurityHandler;
import io.snowpull.local.engine.ddl.SessionCleanup;
import io.snowpull.local.engine.ddl.TableHandler;
import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.egress.ExternalAccess;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.CancelFunctions;
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
import io.snowpull.local.engine.inspection.GetDdl;
import io.snowpull.local.engine.inspection.InformationSchema;
import io.snowpull.local.engine.inspection.InspectionHandler;
import io.snowpull.local.engine.inspection.QueryHistory;
import io.snowpull.local.engine.nativeapp.AccountPrivileges;
import io.snowpull.local.engine.nativeapp.ApplicationDrops;
import io.snowpull.local.engine.nativeapp.ApplicationListings;
import io.snowpull.local.engine.nativeapp.ApplicationRules;
import io.snowpull.local.engine.nativeapp.Applications;
import io.snowpull.local.engine.nativeapp.ReferenceFunctions;
import io.snowpull.local.engine.nativeapp.SessionDebugging;
import io.snowpull.local.engine.nativeapp.SetupValidation;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.procedure.JavaProcedure;
import io.snowpull.local.engine.procedure.ProcedureCalls;
import io.snowpull.local.engine.procedure.ProcedureStatements;
import io.snowpull.local.engine.procedure.WorkerPool;
import io.snowpull.local.engine.procedure.WorkerSettings;
import io.snowpull.local.engine.scripting.ScriptHandler;
import io.snowpull.local.engine.session.Logins;
import io.snowpull.local.engine.session.OneTimeTokens;
import io.snowpull.local.engine.session.SessionRegistry;
import io.snowpull.local.engine.session.TokenSource;
import io.snowpull.local.engine.stage.InferSchema;
import io.snowpull.local.engine.stage.LoadHistory;
import io.snowpull.local.engine.stage.StageHandler;
import io.snowpull.local.engine.stage.StageStore;
import io.snowpull.local.engine.stage.StageTransfers;
import io.snowpull.local.engine.task.TaskHistory;
import io.snowpull.local.engine.task.TaskQueries;
import io.snowpull.local.engine.task.TaskScheduler;
import io.snowpull.local.engine.task.TaskStatements;
import java.security.SecureRandom;
import java.util.List;
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
  private static final int MOST_WORKERS = 4;

  private static final long STACK_BYTES = 64L * 1024 * 1024;

  private final ExecutorService threads = Executors.newCachedThreadPool(threads("query"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(threads("timer"));
  private final DataAccess data;
  private final WorkerPool workers;
  private final SessionRegistry sessions;
  private final Logins logins;
  private final QueryService queries;
  private final TaskScheduler scheduler;
  private volatile int port;

  AccountParts(AccountConfig config, Database database, String password) {
    this.data = new DataAccess(database);
    Catalog catalog = Catalog.open(database);
    new Bootstrap(config.clock()).run(catalog);
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    StageStore stages = new StageStore(config.dataDirectory().resolve("stages"), ids);
    StatementParser parser = SnowflakeParser::parse;
    QueryRegistry registry = new QueryRegistry();
    InformationSchema informationSchema = new InformationSchema();
    RelationSources relations = new RelationSources(parser, informationSchema);
    TokenSource tokens = new TokenSource();
    OneTimeTokens oneTimeTokens = new OneTimeTokens(tokens);
    SecretStore secrets = new SecretStore(database);
    AccessControl access = new AccessControl(catalog);
    this.workers = new WorkerPool(workerSettings(config));
    ExternalAccess externalAccess = new ExternalAccess(secrets.reader());
    ProcedureStatements procedures =
        new ProcedureStatements(
            new ProcedureCalls(
                new JavaProcedure(workers, externalAccess, oneTimeTokens, this::url)),
            externalAccess);
    AccountFunctions functions =
        ContextFunctions.all()
            .and(CancelFunctions.all())
            .and(new ReferenceFunctions(new SecureRandom()).functions())
            .and(AccountPrivileges.functions())
            .and(new SetupValidation().functions())
            .and(new SessionDebugging().functions())
            .and(new GetDdl().functions())
            .and(InferSchema.functions())
            .and(QueryHistory.functions())
            .and(new TaskHistory(this::scheduler).functions());
    Services services =
        new Services(
            catalog,
            access,
            data,
            new SqlContexts(relations, functions),
            new StageTransfers(stages),
            stages,
            secrets,
            registry,
            parser,
            config.clock());
    StatementExecutor executor =
        new StatementExecutor(
            new StatementDispatcher(
                handlers(stages, new LoadHistory(database), procedures), new ApplicationRules()),
            services);
    this.queries =
        new QueryService(parser, executor, registry, ids, config.clock(), threads, timer);
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
    this.logins = new Logins(password, catalog, sessions, oneTimeTokens, config.clock());
    this.scheduler =
        new TaskScheduler(
            catalog, access, database, new TaskQueries(sessions, queries), threads, config.clock());
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

  /** Called once the account listens; tasks and workers need to reach it. */
  void started(int listeningPort) {
    this.port = listeningPort;
    scheduler().start();
  }

  private String url() {
    return "http://127.0.0.1:" + port;
  }

  private TaskScheduler scheduler() {
    TaskScheduler known = scheduler;
    if (known == null) {
      throw new IllegalStateException("the account is not complete yet");
    }
    return known;
  }

  private static WorkerSettings workerSettings(AccountConfig config) {
    return new WorkerSettings(
        config.workerClassPath(),
        config.dataDirectory().resolve("workers"),
        MOST_WORKERS,
        config.workerHeapMegabytes(),
        List.of(config.dataDirectory().resolve("stages")));
  }

  @Override
  public void close() {
    scheduler().close();
    sessions.closeAll();
    workers.close();
    timer.shutdownNow();
    threads.shutdownNow();
    data.close();
  }

  private Handlers handlers(StageStore stages, LoadHistory loads, ProcedureStatements procedures) {
    return new Handlers(
        new QueryHandler(),
        new DmlHandler(),
        new SessionHandler(),
        new TransactionHandler(),
        new TableHandler(),
        new ApplicationDrops(new SchemaHandler()),
        new SecurityHandler(),
        new StageHandler(stages, loads),
        new Applications(),
        procedures,
        new TaskStatements(this::scheduler),
        new InspectionHandler(new ApplicationListings().all()),
        new ScriptHandler());
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
