package sample;

import io.snowpull.annotations.ProcedureSignature;
import io.snowpull.annotations.SchemaObject;

/** Names of what setup.sql creates; generated, so that none is typed twice. */
public final class DemoNames {

  private DemoNames() {}

  /** Procedures, and with PUBLIC in front the wrappers that consumers call. */
  public static final class Procedures {

    private Procedures() {}

    public static final ProcedureSignature RUN =
        ProcedureSignature.of("CORE.RUN()");

    public static final ProcedureSignature PUBLIC_RUN =
        ProcedureSignature.of("PUBLIC.RUN()");

    public static final ProcedureSignature BIND_CONNECTION =
        ProcedureSignature.of("CORE.BIND_CONNECTION(VARCHAR, VARCHAR)");

    public static final ProcedureSignature BIND_REFERENCES =
        ProcedureSignature.of("CORE.BIND_REFERENCES()");

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
  }

  /** Views of the state. */
  public static final class Views {

    private Views() {}
  }
}
