package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import io.snowpull.runtime.enabling.Renewal;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.sql.SnowparkSql;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** {@code RENEW_RESOURCES}: what an upgrade ends with. */
public final class RenewProcedure {
  private final ResourceDesign design;
  private final String things;

  /**
   * @param things what the resources are called, for people: {@code repositories}
   */
  public RenewProcedure(ResourceDesign design, String things) {
    this.design = design;
    this.things = things;
  }

  /**
   * Brings view and task of every resource to what this version renders.
   *
   * @return how many were renewed, for people
   */
  public String run(Session session) {
    return new ProcedureEdge("RENEW_RESOURCES", LoggerFactory.getLogger(RenewProcedure.class))
        .run(
            () -> {
              Renewal.Outcome outcome =
                  new Renewal(new SnowparkSql(session), design, UUID.randomUUID().toString())
                      .renew();
              return outcome.renewed()
                  + " of "
                  + outcome.enabled()
                  + " "
                  + things
                  + " renewed, "
                  + outcome.failed()
                  + " failed";
            });
  }
}
