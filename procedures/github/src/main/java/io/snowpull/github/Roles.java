package io.snowpull.github;

import io.snowpull.runtime.connector.StandardRoles;

/** Names that the application is declared with and that its procedures use. */
public final class Roles {
  public static final String APP_ADMIN = "APP_ADMIN";
  public static final String APP_USER = "APP_USER";
  public static final String APP_VIEWER = "APP_VIEWER";
  public static final String DATA_READER = StandardRoles.DATA_READER;

  /** The reference through which the consumer lends a warehouse. */
  public static final String WAREHOUSE_REFERENCE = StandardRoles.WAREHOUSE_REFERENCE;

  private Roles() {}
}
