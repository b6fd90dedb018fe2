package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.lifecycle.ConnectorLifecycle;
import io.snowpull.runtime.sql.SnowparkSql;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** What is done with the connector as a whole; each answers with a message for people. */
public final class LifecycleProcedures {
  private final ResourceDesign design;

  public LifecycleProcedures(ResourceDesign design) {
    this.design = design;
  }

  /** {@code PAUSE_CONNECTOR}. */
  public String pause(Session session) {
    return run("PAUSE_CONNECTOR", session, ConnectorLifecycle::pause);
  }

  /** {@code RESUME_CONNECTOR}. */
  public String resume(Session session) {
    return run("RESUME_CONNECTOR", session, ConnectorLifecycle::resume);
  }

  private String run(
      String procedure, Session session, Function<ConnectorLifecycle, String> action) {
    return new ProcedureEdge(procedure, LoggerFactory.getLogger(LifecycleProcedures.class))
        .run(() -> action.apply(new ConnectorLifecycle(new SnowparkSql(session), design)));
  }
}
