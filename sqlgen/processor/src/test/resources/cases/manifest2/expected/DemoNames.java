package sample;

import io.snowpull.annotations.ProcedureSignature;
import io.snowpull.annotations.SchemaObject;
import java.util.List;

/** Names of what setup.sql creates; generated, so that none is typed twice. */
public final class DemoNames {

  private DemoNames() {}

  /** Procedures, and with PUBLIC in front the wrappers that consumers call. */
  public static final class Procedures {

    private Procedures() {}

    public static final ProcedureSignature RUN =
        new ProcedureSignature(
            new SchemaObject("CORE", "RUN"), List.of());

    public static final ProcedureSignature PUBLIC_RUN =
        new ProcedureSignature(
            new SchemaObject("PUBLIC", "RUN"), List.of());

    public static final ProcedureSignature BIND_CONNECTION =
        new ProcedureSignature(
            new SchemaObject("CORE", "BIND_CONNECTION"), List.of("VARCHAR"));

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
  }
}
