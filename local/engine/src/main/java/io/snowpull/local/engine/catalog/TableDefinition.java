package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table; constraints other than NOT NULL are kept but, as in Snowflake, not enforced. */
public record TableDefinition(
    Header header,
    List<ColumnDefinition> columns,
    List<ConstraintDefinition> constraints,
    @Nullable String clusterBy,
    boolean isTransient,
    boolean changeTracking,
    int retentionDays,
    @Nullable String temporaryOf)
    implements RelationDefinition {

  @Override
  public ObjectKind kind() {
    return ObjectKind.TABLE;
  }

  @Override
  public TableDefinition withHeader(Header newHeader) {
    return new TableDefinition(
        newHeader,
        columns,
        constraints,
        clusterBy,
        isTransient,
        changeTracking,
        retentionDays,
        temporaryOf);
  }

  public TableDefinition withColumns(List<ColumnDefinition> newColumns) {
    return new TableDefinition(
        header,
        List.copyOf(newColumns),
        constraints,
        clusterBy,
        isTransient,
        changeTracking,
        retentionDays,
        temporaryOf);
  }

  public TableDefinition withConstraints(List<ConstraintDefinition> newConstraints) {
    return new TableDefinition(
        header,
        columns,
        List.copyOf(newConstraints),
        clusterBy,
        isTransient,
        changeTracking,
        retentionDays,
        temporaryOf);
  }
}
