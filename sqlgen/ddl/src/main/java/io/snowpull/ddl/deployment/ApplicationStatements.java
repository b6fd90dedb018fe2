package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Statements for an installed application. */
public final class ApplicationStatements {
  private final String name;
  private final QueryPart application;

  /**
   * @param name the application
   */
  public ApplicationStatements(String name) {
    this.name = name;
    this.application = Rendering.plain(List.of(name));
  }

  public AccountStatement show() {
    return AccountStatement.of("SHOW APPLICATIONS LIKE {0}", Rendering.text(name));
  }

  public AccountStatement create(String applicationPackage, String version, int patch) {
    return AccountStatement.of(
        "CREATE APPLICATION {0} FROM APPLICATION PACKAGE {1} USING VERSION {2} PATCH {3}",
        application,
        Rendering.plain(List.of(applicationPackage)),
        Rendering.plain(List.of(version)),
        DSL.inline(patch));
  }

  public AccountStatement upgrade(String version, int patch) {
    return AccountStatement.of(
        "ALTER APPLICATION {0} UPGRADE USING VERSION {1} PATCH {2}",
        application, Rendering.plain(List.of(version)), DSL.inline(patch));
  }

  /** Calls a procedure of schema PUBLIC with one text. */
  public AccountStatement call(String procedure, String argument) {
    return AccountStatement.of(
        "CALL {0}.{1}({2})", application, published(procedure), Rendering.text(argument));
  }

  /** Calls a procedure of schema PUBLIC with one document. */
  public AccountStatement callWithJson(String procedure, String json) {
    return AccountStatement.of(
        "CALL {0}.{1}(PARSE_JSON({2}))", application, published(procedure), Rendering.text(json));
  }

  private static QueryPart published(String procedure) {
    return Rendering.plain(List.of("PUBLIC", procedure));
  }

  /** Every database, with its owner: those of an application are dropped with it. */
  public AccountStatement showDatabases() {
    return AccountStatement.of("SHOW DATABASES");
  }

  /** Removes the application with all it owns. */
  public AccountStatement drop() {
    return AccountStatement.of("DROP APPLICATION IF EXISTS {0} CASCADE", application);
  }
}
