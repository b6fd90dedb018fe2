package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query the query's text; unqualified names in it mean the view's own schema
 * @param ddl the CREATE statement as it was given, for GET_DDL and SHOW VIEWS
 */
public record ViewDefinition(
    Header header,
    List<ColumnDefinition> columns,
    String query,
    boolean secure,
    String ddl,
    @Nullable String temporaryOf)
    implements RelationDefinition {

  @Override
  public ObjectKind kind() {
    return ObjectKind.VIEW;
  }

  @Override
  public ViewDefinition withHeader(Header newHeader) {
    return new ViewDefinition(newHeader, columns, query, secure, ddl, temporaryOf);
  }
}
