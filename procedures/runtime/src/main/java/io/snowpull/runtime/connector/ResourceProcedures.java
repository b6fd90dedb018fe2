package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.lifecycle.ResourceLifecycle;
import io.snowpull.runtime.lifecycle.ResourceList;
import io.snowpull.runtime.sql.SnowparkSql;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** What is done with a resource that was enabled; each answers with a message for people. */
public final class ResourceProcedures {
  private final ResourceDesign design;

  public ResourceProcedures(ResourceDesign design) {
    this.design = design;
  }

  /** {@code DISABLE_RESOURCE}. */
  public String disable(Session session, String resourceId) {
    return run("DISABLE_RESOURCE", session, resources -> resources.disable(resourceId));
  }

  /** {@code RESUME_RESOURCE}. */
  public String resume(Session session, String resourceId) {
    return run("RESUME_RESOURCE", session, resources -> resources.resume(resourceId));
  }

  /** {@code DELETE_RESOURCE}. */
  public String delete(Session session, String resourceId, boolean withData) {
    return run("DELETE_RESOURCE", session, resources -> resources.delete(resourceId, withData));
  }

  /** {@code RUN_NOW}. */
  public String runNow(Session session, String resourceId) {
    return run("RUN_NOW", session, resources -> resources.runNow(resourceId));
  }

  /** {@code FULL_RELOAD}. */
  public String fullReload(Session session, String resourceId) {
    return run("FULL_RELOAD", session, resources -> resources.fullReload(resourceId));
  }

  /** {@code SET_SCHEDULE}. */
  public String schedule(Session session, String resourceId, String schedule) {
    return run("SET_SCHEDULE", session, resources -> resources.schedule(resourceId, schedule));
  }

  /** {@code LIST_RESOURCES}: an array with an object each, see {@link ResourceList#all}. */
  public Variant list(Session session) {
    return new ProcedureEdge("LIST_RESOURCES", LoggerFactory.getLogger(ResourceProcedures.class))
        .run(
            () ->
                new Variant(Json.write(new ResourceList(new SnowparkSql(session), design).all())));
  }

  private String run(
      String procedure, Session session, Function<ResourceLifecycle, String> action) {
    return new ProcedureEdge(procedure, LoggerFactory.getLogger(ResourceProcedures.class))
        .run(
            () ->
                action.apply(
                    new ResourceLifecycle(
                        new SnowparkSql(session),
                        design,
                        () -> UUID.randomUUID().toString(),
                        Clock.systemUTC())));
  }
}
