package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.execution.RelationSources;
import io.snowpull.local.engine.execution.Services;
import io.snowpull.local.engine.session.Session;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Ends what a session leaves behind: its transaction and its temporary objects. */
public final class SessionCleanup {

  private final Services services;

  public SessionCleanup(Services services) {
    this.services = services;
  }

  /** Rolls the open transaction back and drops the temporary objects. */
  public void clean(Session session) {
    services.data().rollback(session);
    List<CatalogObject> temporaries = session.temporaries();
    if (temporaries.isEmpty()) {
      return;
    }
    for (CatalogObject object : temporaries) {
      session.removeTemporary(object.key());
      if (object instanceof StageDefinition stage) {
        services.stages().discard(stage.directory());
      }
    }
    services
        .catalog()
        .change(
            change -> {
              change.connection().tables().dropSchema(RelationSources.TEMPORARY + session.id());
              return session;
            });
  }

  /** Drops the temporary tables of sessions that a crash ended. */
  public void dropLeftovers() {
    services
        .catalog()
        .change(
            change -> {
              List<String> schemas = new ArrayList<>();
              try (Statement statement = change.connection().jdbc().createStatement();
                  ResultSet rows =
                      statement.executeQuery(
                          "SELECT schema_name FROM duckdb_schemas()"
                              + " WHERE schema_name LIKE 'snowpull_temporary.%'")) {
                while (rows.next()) {
                  schemas.add(rows.getString(1));
                }
              }
              schemas.forEach(change.connection().tables()::dropSchema);
              return schemas;
            });
  }
}
