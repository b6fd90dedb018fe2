package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** A database; an application and an application package are databases too, of another origin. */
public record DatabaseDefinition(
    Header header, Origin origin, boolean isTransient, int retentionDays) implements CatalogObject {

  /** What made the database; the words are those of SHOW DATABASES' column {@code kind}. */
  public enum Origin {
    STANDARD("STANDARD"),
    APPLICATION_PACKAGE("APPLICATION PACKAGE"),
    APPLICATION("APPLICATION");

    private final String sql;

    Origin(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.DATABASE;
  }

  @Override
  public DatabaseDefinition withHeader(Header newHeader) {
    return new DatabaseDefinition(newHeader, origin, isTransient, retentionDays);
  }
}
