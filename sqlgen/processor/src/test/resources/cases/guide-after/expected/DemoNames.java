package sample;

import io.snowpull.annotations.ProcedureSignature;
import io.snowpull.annotations.SchemaObject;

/** Names of what setup.sql creates; generated, so that none is typed twice. */
public final class DemoNames {

  private DemoNames() {}

  /** Procedures, and with PUBLIC in front the wrappers that consumers call. */
  public static final class Procedures {

    private Procedures() {}

    public static final ProcedureSignature RELOAD =
        ProcedureSignature.of("CORE.RELOAD(VARCHAR)");

    public static final ProcedureSignature PUBLIC_RELOAD =
        ProcedureSignature.of("PUBLIC.RELOAD(VARCHAR)");

    public static final ProcedureSignature VERSION =
        ProcedureSignature.of("CORE.VERSION()");

    public static final ProcedureSignature PUBLIC_VERSION =
        ProcedureSignature.of("PUBLIC.VERSION()");
  }

  /** Tables that survive upgrades. */
  public static final class Tables {

    private Tables() {}
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
