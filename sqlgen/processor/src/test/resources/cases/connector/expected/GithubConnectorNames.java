package sample;

import io.snowpull.annotations.ProcedureSignature;
import io.snowpull.annotations.SchemaObject;
import java.util.List;

/** Names of what setup.sql creates; generated, so that none is typed twice. */
public final class GithubConnectorNames {

  private GithubConnectorNames() {}

  /** Procedures, and with PUBLIC in front the wrappers that consumers call. */
  public static final class Procedures {

    private Procedures() {}

    public static final ProcedureSignature ENABLE_RESOURCE =
        new ProcedureSignature(
            new SchemaObject("CORE", "ENABLE_RESOURCE"), List.of("VARCHAR", "VARCHAR", "NUMBER", "BOOLEAN"));

    public static final ProcedureSignature PUBLIC_ENABLE_RESOURCE =
        new ProcedureSignature(
            new SchemaObject("PUBLIC", "ENABLE_RESOURCE"), List.of("VARCHAR", "VARCHAR", "NUMBER", "BOOLEAN"));

    public static final ProcedureSignature INGEST_DATA =
        new ProcedureSignature(
            new SchemaObject("CORE", "INGEST_DATA"), List.of("VARCHAR"));

    public static final ProcedureSignature PUBLIC_INGEST_DATA =
        new ProcedureSignature(
            new SchemaObject("PUBLIC", "INGEST_DATA"), List.of("VARCHAR"));

    public static final ProcedureSignature PROVISION_CONNECTOR =
        new ProcedureSignature(
            new SchemaObject("CORE", "PROVISION_CONNECTOR"), List.of("VARIANT"));

    public static final ProcedureSignature PUBLIC_PROVISION_CONNECTOR =
        new ProcedureSignature(
            new SchemaObject("PUBLIC", "PROVISION_CONNECTOR"), List.of("VARIANT"));

    public static final ProcedureSignature BIND_CONNECTION =
        new ProcedureSignature(
            new SchemaObject("CORE", "BIND_CONNECTION"), List.of("VARCHAR", "VARCHAR"));

    public static final ProcedureSignature REBIND_CONNECTION =
        new ProcedureSignature(
            new SchemaObject("CORE", "REBIND_CONNECTION"), List.of());
  }

  /** Tables that survive upgrades. */
  public static final class Tables {

    private Tables() {}

    public static final SchemaObject APP_CONFIGURATION = new SchemaObject("STATE", "APP_CONFIGURATION");

    public static final SchemaObject APP_STATE = new SchemaObject("STATE", "APP_STATE");
  }

  /** Views of the state. */
  public static final class Views {

    private Views() {}

    public static final SchemaObject CONNECTOR_STATE = new SchemaObject("CORE", "CONNECTOR_STATE");
  }
}
