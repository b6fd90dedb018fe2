package io.snowpull.bench;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import java.nio.file.Path;

/** A local account alone, for measuring it from another process. */
public final class AccountProcess {
  private AccountProcess() {}

  /**
   * Prints URL, user and password, a line each, and serves until its input ends.
   *
   * @param args the data directory
   */
  public static void main(String[] args) throws Exception {
    try (LocalAccount account = LocalAccount.start(AccountConfig.in(Path.of(args[0])))) {
      System.out.println(account.jdbcUrl());
      System.out.println(account.user());
      System.out.println(account.password());
      while (System.in.read() >= 0) {
        // What comes does not matter: only that the other side is still there.
      }
    }
  }
}
