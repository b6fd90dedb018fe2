package sample;

import io.snowpull.annotations.ProcedureSignature;
import io.snowpull.annotations.SchemaObject;

/** Names of what setup.sql creates; generated, so that none is typed twice. */
public final class GithubConnectorNames {

  private GithubConnectorNames() {}

  /** Procedures, and with PUBLIC in front the wrappers that consumers call. */
  public static final class Procedures {

    private Procedures() {}

    public static final ProcedureSignature ENABLE_RESOURCE =
        ProcedureSignature.of("CORE.ENABLE_RESOURCE(VARCHAR, VARCHAR, NUMBER, BOOLEAN)");

    public static final ProcedureSignature PUBLIC_ENABLE_RESOURCE =
        ProcedureSignature.of("PUBLIC.ENABLE_RESOURCE(VARCHAR, VARCHAR, NUMBER, BOOLEAN)");

    public static final ProcedureSignature INGEST_DATA =
        ProcedureSignature.of("CORE.INGEST_DATA(VARCHAR)");

    public static final ProcedureSignature PUBLIC_INGEST_DATA =
        ProcedureSignature.of("PUBLIC.INGEST_DATA(VARCHAR)");

    public static final ProcedureSignature PROVISION_CONNECTOR =
        ProcedureSignature.of("CORE.PROVISION_CONNECTOR(VARIANT)");

    public static final ProcedureSignature PUBLIC_PROVISION_CONNECTOR =
        ProcedureSignature.of("PUBLIC.PROVISION_CONNECTOR(VARIANT)");

    public static final ProcedureSignature BIND_CONNECTION =
        ProcedureSignature.of("CORE.BIND_CONNECTION(VARCHAR, VARCHAR)");

    public static final ProcedureSignature REBIND_CONNECTION =
        ProcedureSignature.of("CORE.REBIND_CONNECTION()");
  }

  /** Tables that survive upgrades. */
  public static final class Tables {

    private Tables() {}

    public static final SchemaObject APP_CONFIGURATION = SchemaObject.of("STATE.APP_CONFIGURATION");

    public static final SchemaObject APP_STATE = SchemaObject.of("STATE.APP_STATE");
  }

  /** Stages for files on their way into tables. */
  public static final class Stages {

    private Stages() {}

    public static final SchemaObject EXPORT_FILES = SchemaObject.of("STATE.EXPORT_FILES");

    public static final SchemaObject STAGED_ROWS = SchemaObject.of("STATE.STAGED_ROWS");
  }

  /** Views of the state. */
  public static final class Views {

    private Views() {}

    public static final SchemaObject CONNECTOR_STATE = SchemaObject.of("CORE.CONNECTOR_STATE");
  }
}
