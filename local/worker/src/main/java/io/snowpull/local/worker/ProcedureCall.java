package io.snowpull.local.worker;

import com.snowflake.snowpark_java.Session;
import io.snowpull.local.worker.protocol.CallRequest;
import io.snowpull.local.worker.protocol.SecretValue;
import io.snowpull.local.worker.protocol.SqlValue;
import io.snowpull.local.worker.protocol.WorkerMessage;
import io.snowpull.local.worker.sandbox.CallGuard;
import io.snowpull.local.worker.sandbox.CallLimits;
import io.snowpull.local.worker.sandbox.HandlerLoader;
import io.snowpull.local.worker.sandbox.HostPort;
import io.snowpull.local.worker.sandbox.LeftoverThreads;
import io.snowpull.local.worker.values.JavaArguments;
import io.snowpull.local.worker.values.SqlResults;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one call: limits, session, handler, result. */
final class ProcedureCall {
  private final CallGuard guard;
  private final Sessions sessions = new Sessions();
  private final JavaArguments arguments = new JavaArguments();
  private final SqlResults results = new SqlResults();

  ProcedureCall(CallGuard guard) {
    this.guard = guard;
  }

  /** The result or a failure; never throws for what the handler did. */
  WorkerMessage run(CallRequest call) throws InterruptedException {
    guard.allow(limits(call));
    try {
      // Opened here and not in the handler's thread: the driver starts threads of its own with its
      // first session, which live on from call to call and are nobody's leftovers.
      Session session = sessions.open(call.session());
      try {
        return run(call, session);
      } finally {
        session.close();
      }
    } catch (SessionException e) {
      return Failures.of(e, false);
    } finally {
      guard.withdraw();
    }
  }

  private WorkerMessage run(CallRequest call, Session session) throws InterruptedException {
    ThreadGroup group = new ThreadGroup("procedure");
    Outcome outcome = new Outcome();
    // A deep stack is the handler's own affair, and its threads are found by their group.
    Thread thread = new Thread(group, () -> outcome.complete(call, session), "procedure-call");
    thread.start();
    thread.join();
    boolean reusable = !LeftoverThreads.in(group);
    Throwable failure = outcome.failure;
    if (failure != null) {
      return Failures.of(failure, reusable);
    }
    return new WorkerMessage.Returned(
        outcome.value == null ? new SqlValue(call.returns(), null) : outcome.value, reusable);
  }

  /** What the call's thread leaves behind for the thread that waits for it. */
  private final class Outcome {
    private volatile @Nullable SqlValue value;
    private volatile @Nullable Throwable failure;

    @SuppressWarnings("CatchAndPrintStackTrace")
    void complete(CallRequest call, Session session) {
      try (HandlerLoader loader =
          new HandlerLoader(
              urls(call.imports()), ProcedureCall.class.getClassLoader(), secrets(call))) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
          value = invoke(loader, call, session);
        } finally {
          loader.forgetSecrets();
        }
      } catch (InvocationTargetException e) {
        failure = e.getCause() == null ? e : e.getCause();
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
    }
  }

  private SqlValue invoke(HandlerLoader loader, CallRequest call, Session session)
      throws InvocationTargetException {
    HandlerMethod handler = HandlerMethod.find(loader, call);
    results.requireReturnable(handler.returns(), call.returns());
    Object result = handler.invoke(handler.arguments(session, call.arguments(), arguments));
    return results.convert(result, call.returns());
  }

  private static CallLimits limits(CallRequest call) {
    URI account = URI.create(call.session().url());
    return new CallLimits(
        new HostPort(account.getHost(), account.getPort()),
        call.egress().stream().map(HostPort::parse).toList(),
        paths(call.imports()),
        paths(call.stageDirectories()));
  }

  private static List<Path> paths(List<String> names) {
    return names.stream().map(name -> Path.of(name).toAbsolutePath().normalize()).toList();
  }

  private static List<URL> urls(List<String> jars) {
    return paths(jars).stream().map(ProcedureCall::url).toList();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("No jar: " + jar, e);
    }
  }

  private static Map<String, Map<String, String>> secrets(CallRequest call) {
    Map<String, Map<String, String>> secrets = new HashMap<>();
    for (SecretValue secret : call.secrets()) {
      Map<String, String> parts = new HashMap<>();
      parts.put("type", secret.type());
      parts.put("value", secret.value());
      if (secret.username() != null) {
        parts.put("username", secret.username());
      }
      secrets.put(secret.alias(), Map.copyOf(parts));
    }
    return secrets;
  }
}
