package ${package};

import static io.snowpull.annotations.AccountPrivilege.CREATE_DATABASE;
import static io.snowpull.annotations.AccountPrivilege.EXECUTE_TASK;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.ddl.FlattenedColumn;
import io.snowpull.ddl.FlattenedColumn.Type;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.configuration.SecretText;
import io.snowpull.runtime.connector.EnableProcedure;
import io.snowpull.runtime.connector.IngestProcedure;
import io.snowpull.runtime.connector.ProvisionProcedure;
import io.snowpull.runtime.connector.RenewProcedure;
import io.snowpull.runtime.connector.StandardRoles;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.TaskTarget;
import io.snowpull.runtime.http.ApiToken;
import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.JsonApi;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.Source;
import java.util.List;

/** The stored procedures. */
public final class Procedures {
  private static final List<String> READERS = List.of("APP_USER", StandardRoles.DATA_READER);

  private Procedures() {}

  /** Binds secret and integration, creates the database and stores the configuration. */
  @ConnectorProcedure(grantedTo = "APP_USER", uses = CREATE_DATABASE)
  public static String provisionConnector(Session session, Variant config) {
    return new ProvisionProcedure(READERS, Procedures::address).run(session, config);
  }

  /** Creates table, view and task of a collection and starts its first run. */
  @ConnectorProcedure(
      grantedTo = "APP_USER",
      externalAccess = true,
      uses = EXECUTE_TASK,
      usesReferences = StandardRoles.WAREHOUSE_REFERENCE)
  public static String enableResource(Session session, String resourceId) {
    return new EnableProcedure(design(), Procedures::open).run(session, resourceId);
  }

  /** Brings the items of an enabled collection into its table. */
  @ConnectorProcedure(grantedTo = "APP_USER", externalAccess = true)
  public static Variant ingestData(Session session, String resourceId) {
    return new IngestProcedure(Procedures::open).run(session, resourceId);
  }

  /** Brings view and task of every collection to what this version renders. */
  @ConnectorProcedure(afterSetup = true, uses = EXECUTE_TASK)
  public static String renewResources(Session session) {
    return new RenewProcedure(design(), "collections").run(session);
  }

  private static BaseUrl address(ConnectorConfiguration configuration) {
    String url = configuration.apiBaseUrl().orElse("https://api.example.com");
    return BaseUrl.of(url, "https://<host> of the API");
  }

  private static Source open(ConnectorConfiguration configuration, ResourceOptions options) {
    ApiToken token = ApiToken.of("Authorization", "Bearer ", SecretText.read("token"));
    return new CollectionItems(JsonApi.of(address(configuration), token));
  }

  private static ResourceDesign design() {
    List<FlattenedColumn> columns =
        List.of(
            FlattenedColumn.of("id", Type.NUMBER),
            FlattenedColumn.of("name", Type.VARCHAR),
            FlattenedColumn.of("changed_at", Type.TIMESTAMP_NTZ));
    List<String> ingest = SampleConnectorNames.Procedures.INGEST_DATA.object().parts();
    return new ResourceDesign(
        columns, READERS, new TaskTarget(StandardRoles.WAREHOUSE_REFERENCE, ingest));
  }
}
