package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** One object of the account; immutable, changed by putting another record under the same key. */
public sealed interface CatalogObject
    permits DatabaseDefinition,
        SchemaDefinition,
        RelationDefinition,
        SequenceDefinition,
        StageDefinition,
        FileFormatDefinition,
        SecretDefinition,
        NetworkRuleDefinition,
        RoutineDefinition,
        TaskDefinition,
        StreamlitDefinition,
        RoleDefinition,
        UserDefinition,
        WarehouseDefinition,
        IntegrationDefinition,
        ApplicationPackageDefinition,
        ApplicationDefinition,
        ApplicationRoleDefinition {

  Header header();

  ObjectKind kind();

  /** The same object with another header: another owner, comment or name. */
  CatalogObject withHeader(Header header);

  default QualifiedName name() {
    return header().name();
  }

  default Principal owner() {
    return header().owner();
  }

  default ObjectKey key() {
    return ObjectKey.of(kind(), name());
  }
}
