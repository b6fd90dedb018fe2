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

    public static final ProcedureSignature RELOAD =
        new ProcedureSignature(
            new SchemaObject("CORE", "RELOAD"), List.of("VARCHAR"));

    public static final ProcedureSignature PUBLIC_RELOAD =
        new ProcedureSignature(
            new SchemaObject("PUBLIC", "RELOAD"), List.of("VARCHAR"));

    public static final ProcedureSignature VERSION =
        new ProcedureSignature(
            new SchemaObject("CORE", "VERSION"), List.of());

    public static final ProcedureSignature PUBLIC_VERSION =
        new ProcedureSignature(
            new SchemaObject("PUBLIC", "VERSION"), List.of());
  }

  /** Tables that survive upgrades. */
  public static final class Tables {

    private Tables() {}
  }

  /** Views of the state. */
  public static final class Views {

    private Views() {}
  }
}
