package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.egress.ExternalAccess;
import io.snowpull.local.engine.egress.StoredName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.OneTimeTokens;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.worker.protocol.CallRequest;
import io.snowpull.local.worker.protocol.SessionTarget;
import io.snowpull.local.worker.protocol.WorkerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Runs procedures of LANGUAGE JAVA in workers. */
public final class JavaProcedure {
  private static final Logger LOG = LoggerFactory.getLogger(JavaProcedure.class);

  private final WorkerPool workers;
  private final ExternalAccess access;
  private final OneTimeTokens tokens;
  private final Supplier<String> accountUrl;

  /**
   * @param accountUrl where workers log in, known once the account listens
   */
  public JavaProcedure(
      WorkerPool workers,
      ExternalAccess access,
      OneTimeTokens tokens,
      Supplier<String> accountUrl) {
    this.workers = workers;
    this.access = access;
    this.tokens = tokens;
    this.accountUrl = accountUrl;
  }

  /** The procedure's result, with the rights of the inner context. */
  Value run(
      RoutineDefinition procedure, List<Value> arguments, Context inner, Execution execution) {
    Context owner = inner.withPrincipal(procedure.owner());
    ExternalAccess.Allowed allowed =
        access.evaluate(procedure.integrations(), procedure.secrets(), owner, execution);
    List<String> imports =
        procedure.imports().stream()
            .map(path -> file(path, procedure, execution).toString())
            .toList();
    String token = tokens.issue(new OneTimeTokens.Invitation(execution.session().user(), inner));
    try {
      CallRequest request =
          new CallRequest(
              imports,
              required(procedure.handler(), "HANDLER"),
              arguments.stream().map(WorkerValues::toWorker).toList(),
              WorkerValues.kind(procedure.returns()),
              target(token, inner, execution),
              allowed.secrets(),
              allowed.hosts(),
              workers.settings().stages().stream().map(Path::toString).toList());
      WorkerMessage answer =
          workers.call(
              new WorkerPool.Owner(inner.warehouse(), procedure.owner()),
              request,
              execution.cancellation(),
              log -> record(procedure, log));
      workers.prepareSpare(() -> warmUp(inner, execution));
      return result(procedure, answer);
    } finally {
      tokens.revoke(token);
    }
  }

  /** A login that works once, with the rights of the call before; nothing is run with it. */
  private SessionTarget warmUp(Context inner, Execution execution) {
    String token = tokens.issue(new OneTimeTokens.Invitation(execution.session().user(), inner));
    return target(token, inner, execution);
  }

  private SessionTarget target(String token, Context inner, Execution execution) {
    Map<String, String> properties = new HashMap<>();
    put(properties, "DB", inner.database());
    put(properties, "SCHEMA", inner.schema());
    put(properties, "WAREHOUSE", inner.warehouse());
    return new SessionTarget(accountUrl.get(), execution.session().user(), token, properties);
  }

  private static void put(Map<String, String> properties, String name, @Nullable String value) {
    if (value != null) {
      properties.put(name, value);
    }
  }

  private static Value result(RoutineDefinition procedure, WorkerMessage answer) {
    if (answer instanceof WorkerMessage.Returned returned) {
      return new Value(
          procedure.returns(), WorkerValues.fromWorker(returned.value(), procedure.returns()));
    }
    throw JavaFailures.describe(procedure, (WorkerMessage.Failed) answer);
  }

  /** An import's file: inside the application's version, or in a stage. */
  private Path file(String path, RoutineDefinition procedure, Execution execution) {
    Path file =
        procedure.version() == null
            ? staged(path, execution)
            : execution.services().stages().resolve(procedure.version(), path);
    if (!Files.isRegularFile(file)) {
      throw new SnowflakeException(
          "391545",
          "42601",
          "Cannot find the file '"
              + path
              + "' that procedure "
              + procedure.name()
              + " imports. Upload it, or correct IMPORTS.");
    }
    return file;
  }

  private Path staged(String path, Execution execution) {
    int slash = path.indexOf('/');
    String name = path.substring(1, slash < 0 ? path.length() : slash);
    StageDefinition stage =
        execution
            .snapshot()
            .find(StageDefinition.class, ObjectKind.STAGE, StoredName.parse(name))
            .orElseThrow(() -> SnowflakeException.doesNotExist("Stage", name));
    return execution
        .services()
        .stages()
        .resolve(stage.directory(), slash < 0 ? "" : path.substring(slash + 1));
  }

  private static void record(RoutineDefinition procedure, WorkerMessage.Log log) {
    LOG.atLevel(Level.valueOf(log.level()))
        .log("{} {}: {} {}", procedure.name(), log.logger(), log.text(), log.attributes());
  }

  private static String required(@Nullable String value, String what) {
    if (value == null) {
      throw SnowflakeException.compilationError("the procedure has no " + what);
    }
    return value;
  }
}
