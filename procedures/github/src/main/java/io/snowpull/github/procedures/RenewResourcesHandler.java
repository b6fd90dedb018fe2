package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.Session;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.runtime.enabling.Renewal;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.sql.SnowparkSql;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** The procedure that an upgrade ends with. */
public final class RenewResourcesHandler {
  private RenewResourcesHandler() {}

  /**
   * Brings view and task of every repository to what this version renders.
   *
   * @return how many were renewed, for people
   */
  @ConnectorProcedure(afterSetup = true, uses = AccountPrivilege.EXECUTE_TASK)
  public static String renewResources(Session session) {
    return new ProcedureEdge(
            "RENEW_RESOURCES", LoggerFactory.getLogger(RenewResourcesHandler.class))
        .run(
            () -> {
              Renewal.Outcome outcome =
                  new Renewal(
                          new SnowparkSql(session),
                          RepositoryDesign.CURRENT,
                          UUID.randomUUID().toString())
                      .renew();
              return outcome.renewed()
                  + " of "
                  + outcome.enabled()
                  + " repositories renewed, "
                  + outcome.failed()
                  + " failed";
            });
  }
}
