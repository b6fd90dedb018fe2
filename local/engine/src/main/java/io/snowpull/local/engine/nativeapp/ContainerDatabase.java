package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import java.sql.SQLException;

/** The database that an application or a package is; it begins with INFORMATION_SCHEMA alone. */
final class ContainerDatabase {
  private ContainerDatabase() {}

  static void create(Header header, DatabaseDefinition.Origin origin, CatalogChange change)
      throws SQLException {
    change.put(new DatabaseDefinition(header, origin, false, 1));
    QualifiedName schema = header.name().child("INFORMATION_SCHEMA");
    change.put(
        new SchemaDefinition(
            header
                .withName(schema)
                .withComment("Views describing the contents of schemas in this database"),
            false,
            false,
            false));
    change
        .connection()
        .tables()
        .createSchema(PhysicalName.schemaName(schema.database(), schema.schema()));
  }
}
