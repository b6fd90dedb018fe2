package io.snowpull.ddl;

import java.util.List;
import java.util.stream.Stream;

/** Statements for the database that an application fills. */
public final class DatabaseStatements {
  private final Rendering rendering = new Rendering();
  private final String database;

  /**
   * @param database its name, in the case in which it is stored
   */
  public DatabaseStatements(String database) {
    this.database = database;
  }

  /** Fails when there is such a database, whoever owns it. */
  public String create() {
    return rendering.statement("CREATE DATABASE {0}", Rendering.name(database));
  }

  /** Lets the application roles see the database and its PUBLIC schema; only the owner may. */
  public List<String> grantUsage(List<String> applicationRoles) {
    return applicationRoles.stream()
        .flatMap(
            role ->
                Stream.of(
                    rendering.statement(
                        "GRANT USAGE ON DATABASE {0} TO APPLICATION ROLE {1}",
                        Rendering.name(database), Rendering.name(role)),
                    rendering.statement(
                        "GRANT USAGE ON SCHEMA {0} TO APPLICATION ROLE {1}",
                        Rendering.name(database, "PUBLIC"), Rendering.name(role))))
        .toList();
  }
}
