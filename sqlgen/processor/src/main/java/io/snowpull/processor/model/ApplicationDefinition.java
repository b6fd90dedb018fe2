package io.snowpull.processor.model;

import java.util.List;

/** The whole declared application, every list in the order in which it is generated. */
public record ApplicationDefinition(
    Origin origin,
    Identifier name,
    VersionDefinition version,
    int manifestVersion,
    RuntimeDefinition runtime,
    String readme,
    TelemetryDefinition telemetry,
    List<RoleDefinition> roles,
    List<SchemaDefinition> schemas,
    List<PrivilegeDefinition> privileges,
    List<ReferenceDefinition> references,
    List<Identifier> referencesBoundBy,
    List<StreamlitDefinition> streamlits,
    List<ConnectionDefinition> connections,
    List<TableDefinition> tables,
    List<QualifiedName> retired,
    List<StageDefinition> stages,
    List<ViewDefinition> views,
    List<ProcedureDefinition> procedures,
    List<TaskDefinition> tasks) {}
