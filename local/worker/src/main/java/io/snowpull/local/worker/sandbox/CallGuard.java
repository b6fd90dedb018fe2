package io.snowpull.local.worker.sandbox;

import java.io.FileDescriptor;
import java.net.URI;
import java.net.URLPermission;
import java.nio.file.LinkPermission;
import java.nio.file.Path;
import java.security.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a handler within its call's limits. It decides by target: files, hosts, processes, exit;
 * and by the nearest caller only for what the session's driver may do on the handler's behalf.
 *
 * <p>It guards a developer's machine against mistakes and against code that reaches for more than
 * the app declared. It is no wall against an attack on the JVM itself.
 */
@SuppressWarnings("removal")
public final class CallGuard extends SecurityManager {
  private static final String WORKER = "io.snowpull.local.worker";

  private final FileRule files;
  private final ThreadLocal<Boolean> deciding = ThreadLocal.withInitial(() -> false);
  private volatile @Nullable CallLimits limits;
  private volatile @Nullable NetworkRule network;

  /**
   * @param readable class path and Java home
   * @param scratch the only directory a handler may write to
   */
  public CallGuard(List<Path> readable, Path scratch) {
    this.files = new FileRule(scratch, List.copyOf(readable));
  }

  /** Puts the guard in charge of this process, for good. */
  public void install() {
    // Once beforehand: a check must not load the classes it needs, which would ask for a check.
    checkRead("/etc/hosts");
    checkConnect("127.0.0.1", 1);
    checkPackageAccess(WORKER);
    checkLink("none");
    checkExit(0);
    checkPermission(new RuntimePermission("setIO"));
    checkRead(FileDescriptor.in);
    checkWrite(FileDescriptor.out);
    System.setSecurityManager(this);
  }

  /** Sets the limits of the call that begins. */
  public void allow(CallLimits callLimits) {
    limits = callLimits;
    network = new NetworkRule(callLimits);
  }

  /** Ends the call: its hosts are out of reach, the account's session stays. */
  public void withdraw() {
    CallLimits current = limits;
    if (current != null) {
      allow(new CallLimits(current.account(), List.of(), List.of(), List.of()));
    }
  }

  @Override
  public void checkRead(String file) {
    decide(
        () -> files.allowsRead(file, readableNow()) || callers().driver() && onStage(file),
        () -> "read " + file);
  }

  @Override
  public void checkRead(String file, Object context) {
    checkRead(file);
  }

  @Override
  public void checkWrite(String file) {
    decide(
        () -> files.allowsWrite(file, List.of()) || callers().driver() && onStage(file),
        () -> "write " + file);
  }

  @Override
  public void checkDelete(String file) {
    checkWrite(file);
  }

  @Override
  public void checkRead(FileDescriptor descriptor) {
    decide(() -> !callers().handlerIsNearest(), () -> "read the process's own streams");
  }

  @Override
  public void checkWrite(FileDescriptor descriptor) {
    decide(() -> !callers().handlerIsNearest(), () -> "write the process's own streams");
  }

  @Override
  public void checkConnect(String host, int port) {
    decide(() -> mayConnect(host, port), () -> "connect to " + host + (port < 0 ? "" : ":" + port));
  }

  @Override
  public void checkConnect(String host, int port, Object context) {
    checkConnect(host, port);
  }

  @Override
  public void checkListen(int port) {
    throw denied("listen on port " + port);
  }

  @Override
  public void checkAccept(String host, int port) {
    throw denied("accept connections");
  }

  @Override
  public void checkExec(String command) {
    throw denied("start the process " + command);
  }

  @Override
  public void checkExit(int status) {
    decide(() -> !callers().handlerOnStack(), () -> "end the process");
  }

  @Override
  public void checkLink(String library) {
    decide(() -> !callers().handlerIsNearest(), () -> "load the native library " + library);
  }

  @Override
  public void checkPackageAccess(String name) {
    if (name.startsWith(WORKER)) {
      decide(() -> !callers().handlerIsNearest(), () -> "use the package " + name);
    }
  }

  @Override
  public void checkPermission(Permission permission, Object context) {
    checkPermission(permission);
  }

  @Override
  public void checkPermission(Permission permission) {
    String name = permission.getName();
    if (permission instanceof URLPermission) {
      URI uri = URI.create(name);
      checkConnect(uri.getHost(), uri.getPort());
    } else if (permission instanceof LinkPermission) {
      throw denied("create the link " + name);
    } else if (permission instanceof RuntimePermission) {
      checkRuntime(name);
    } else if (isManagement(permission)) {
      decide(() -> !callers().handlerIsNearest(), () -> "manage the process (" + name + ")");
    }
  }

  private void checkRuntime(String name) {
    switch (name) {
      case "setSecurityManager" -> throw denied("replace the security manager");
      case "manageProcess", "attachVirtualMachine" ->
          decide(() -> !callers().handlerOnStack(), () -> "reach other processes");
      case "setIO", "shutdownHooks", "setDefaultUncaughtExceptionHandler", "setFactory" ->
          decide(() -> !callers().handlerIsNearest(), () -> "change the process (" + name + ")");
      default -> {
        // Reflection, class loaders and threads are a handler's own business.
      }
    }
  }

  private static boolean isManagement(Permission permission) {
    return permission.getClass().getName().startsWith("java.lang.management.")
        || permission.getClass().getName().startsWith("javax.management.");
  }

  private boolean mayConnect(String host, int port) {
    NetworkRule rule = network;
    if (rule == null) {
      return !callers().handlerOnStack();
    }
    if (port < 0 ? rule.allowsLookup(host) : rule.allows(host, port)) {
      return true;
    }
    return rule.isAccount(host, port) && callers().driver();
  }

  private boolean onStage(String file) {
    CallLimits current = limits;
    Path path = Path.of(file).toAbsolutePath().normalize();
    return current != null && current.stages().stream().anyMatch(path::startsWith);
  }

  private List<Path> readableNow() {
    CallLimits current = limits;
    return current == null ? List.of() : current.readable();
  }

  private Callers callers() {
    return new Callers(getClassContext());
  }

  /** Deciding asks the JDK for loaders and addresses, which asks this manager again. */
  private void decide(Decision decision, Action action) {
    if (deciding.get()) {
      return;
    }
    deciding.set(true);
    try {
      if (!decision.allowed()) {
        throw denied(action.text());
      }
    } finally {
      deciding.set(false);
    }
  }

  private SecurityException denied(String action) {
    NetworkRule rule = network;
    String hosts = rule == null ? "" : " Hosts it may connect to: " + rule.egress() + ".";
    return new SecurityException(
        "The local account does not let this procedure " + action + "." + hosts);
  }

  private interface Decision {
    boolean allowed();
  }

  private interface Action {
    String text();
  }
}
