package io.snowpull.local.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves parameters for {@link WithLocalAccount}; what it started ends with its scope. */
final class LocalAccountExtension implements ParameterResolver {
  private static final Namespace STORE = Namespace.create(LocalAccountExtension.class);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LocalAccount.class || type == Connection.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == LocalAccount.class) {
      return account(context);
    }
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A Connection belongs to one test: ask for it in a test or a @BeforeEach method, and for"
              + " a LocalAccount here.");
    }
    return context
        .getStore(STORE)
        .computeIfAbsent(Session.class, key -> Session.open(account(context)), Session.class)
        .connection();
  }

  /** One for the outermost class, nested ones share it. */
  private static LocalAccount account(ExtensionContext context) {
    ExtensionContext outermost = context;
    while (outermost.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
      outermost = outermost.getParent().orElseThrow();
    }
    return outermost
        .getStore(STORE)
        .computeIfAbsent(LocalAccount.class, key -> LocalAccount.start(), LocalAccount.class);
  }

  /** A session in a database of its own. */
  private record Session(Connection connection, String database) implements AutoCloseable {
    static Session open(LocalAccount account) {
      String database = "TEST_" + NUMBER.incrementAndGet();
      try {
        Connection connection = account.connect();
        run(connection, "CREATE DATABASE " + database);
        return new Session(connection, database);
      } catch (SQLException e) {
        throw new ParameterResolutionException("no session in the local account", e);
      }
    }

    @Override
    public void close() throws SQLException {
      if (!connection.isClosed()) {
        run(connection, "DROP DATABASE IF EXISTS " + database);
        connection.close();
      }
    }

    private static void run(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
