package io.snowpull.local.engine.protocol;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.account.MovedClock;
import io.snowpull.local.engine.account.RunningAccount;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a login lasts, and logging in with a key pair, through the JDBC driver. */
class LoginTest {

  private static final int KEY_BITS = 2048;
  private static final int JWT_INVALID = 390144;

  private final MovedClock clock = new MovedClock();
  private RunningAccount account;
  private Connection admin;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory, clock);
    admin = account.connect();
  }

  @AfterEach
  void stop() {
    account.close();
  }

  @Test
  void aSessionGoesOnWhenItsTokenHasRunOut() throws SQLException {
    run(admin, "SET kept = 7");
    clock.advance(Duration.ofMinutes(61));
    assertEquals(List.of("7"), rows(admin, "SELECT $kept"));
    clock.advance(Duration.ofMinutes(61));
    assertEquals(List.of("7"), rows(admin, "SELECT $kept"));
  }

  @Test
  void aSessionEndsWhenNobodyUsedItForAsLongAsTheMasterTokenLasts() {
    clock.advance(Duration.ofHours(5));
    SQLException ended = assertThrows(SQLException.class, () -> rows(admin, "SELECT 1"));
    assertEquals(390114, ended.getErrorCode());
  }

  @Test
  void aUserWithAKeyLogsInWithoutPassword() throws Exception {
    KeyPair pair = pair();
    run(
        admin,
        "CREATE USER robot DEFAULT_ROLE = SYSADMIN RSA_PUBLIC_KEY = '" + text(pair) + "'",
        "GRANT ROLE SYSADMIN TO USER robot");
    try (Connection robot = login("robot", pair)) {
      assertEquals(List.of("ROBOT|SYSADMIN"), rows(robot, "SELECT CURRENT_USER(), CURRENT_ROLE()"));
    }
    assertRefused("robot", pair());
    assertRefused("nobody", pair);
    assertRefused(account.account().user(), pair);
    run(admin, "ALTER USER robot UNSET RSA_PUBLIC_KEY");
    assertRefused("robot", pair);
    KeyPair next = pair();
    run(admin, "ALTER USER robot SET RSA_PUBLIC_KEY = '" + text(next) + "'");
    login("robot", next).close();
    run(admin, "ALTER USER robot SET DISABLED = TRUE");
    assertRefused("robot", next);
  }

  @Test
  void aTokenOfAnotherTimeIsRefused() throws Exception {
    KeyPair pair = pair();
    run(admin, "CREATE USER robot RSA_PUBLIC_KEY = '" + text(pair) + "'");
    clock.advance(Duration.ofHours(2));
    assertRefused("robot", pair);
    clock.advance(Duration.ofHours(-4));
    assertRefused("robot", pair);
  }

  @Test
  void whatIsNoKeyIsRefused() {
    SQLException refused =
        assertThrows(
            SQLException.class,
            () -> run(admin, "CREATE USER robot RSA_PUBLIC_KEY = '-----BEGIN PUBLIC KEY-----'"));
    assertEquals(394300, refused.getErrorCode());
  }

  private void assertRefused(String user, KeyPair pair) {
    SQLException refused = assertThrows(SQLException.class, () -> login(user, pair).close());
    assertEquals(JWT_INVALID, refused.getErrorCode(), user);
  }

  private Connection login(String user, KeyPair pair) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("privateKey", pair.getPrivate());
    // The driver tries again with a new token for as long as it may.
    properties.put("loginTimeout", 1);
    return DriverManager.getConnection(account.account().jdbcUrl(), properties);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    return generator.generateKeyPair();
  }

  private static String text(KeyPair pair) {
    return Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
  }
}
