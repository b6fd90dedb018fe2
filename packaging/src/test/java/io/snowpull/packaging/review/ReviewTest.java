package io.snowpull.packaging.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

  private static final String MODEL =
      """
      {"name": "APP", "version": {"name": "V1"}, "manifestVersion": 1,
       "runtime": {"version": "17", "packages": ["com.snowflake:snowpark:latest"]},
       "telemetry": {"logLevel": "INFO"},
       "roles": [{"name": "USER_", "comment": "", "inherits": ["VIEWER"]},
                 {"name": "VIEWER", "comment": "", "inherits": []}],
       "schemas": [{"name": "CORE", "versioned": true, "usableBy": ["USER_"]}],
       "privileges": [{"privilege": "EXECUTE TASK", "reason": "Runs tasks"}],
       "references": [{"name": "WH", "objectType": "WAREHOUSE", "privileges": ["USAGE"]}],
       "streamlits": [{"name": "PUBLIC.PAGE", "grantedTo": ["USER_"]}],
       "connections": [{"name": "API", "hosts": ["a.com:443"], "secrets": []}],
       "tables": [{"name": "STATE.T", "comment": "", "readableBy": ["VIEWER"], "clusterBy": [],
         "columns": [{"name": "KEY", "type": "VARCHAR", "notNull": false,
                      "defaultExpression": "NONE", "literal": "", "addedIn": ""}]}],
       "views": [{"name": "CORE.V", "readableBy": [],
         "columns": [{"name": "KEY", "source": "KEY", "path": [], "type": "VARCHAR"}]}],
       "procedures": [{"name": "CORE.RUN", "returns": "VARCHAR", "handler": "H.run",
         "parameters": [{"name": "ID", "type": "VARCHAR", "defaultValue": []}],
         "documentation": {"comment": "Runs"}, "wrapper": ["PUBLIC.RUN"],
         "grantedTo": ["USER_"], "externalAccess": false, "secrets": []}],
       "tasks": [{"name": "TASKS.T", "schedule": "1 HOUR"}]}
      """;

  private static Changes review(String part, String by) throws IOException {
    assertTrue(MODEL.contains(part), part);
    return Review.of(Model.read(MODEL), Model.read(MODEL.replace(part, by)));
  }

  @Test
  void theSameModelChangesNothing() throws IOException {
    Changes none = Review.of(Model.read(MODEL), Model.read(MODEL));
    assertEquals("Nothing changes for installed applications.\n", Report.TEXT.of(none));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "WIDENS|privilege MANAGE WAREHOUSES|\"privileges\": [{|\"privileges\": [{\"privilege\": \"MANAGE WAREHOUSES\", \"reason\": \"x\"}, {",
        "NARROWS|privilege EXECUTE TASK|{\"privilege\": \"EXECUTE TASK\", \"reason\": \"Runs tasks\"}|``",
        "WIDENS|external access API|[\"a.com:443\"]|[\"a.com:443\", \"b.com:443\"]",
        "NARROWS|external access API|[\"a.com:443\"]|[]",
        "WIDENS|role VIEWER|\"name\": \"VIEWER\", \"comment\": \"\", \"inherits\": []|\"name\": \"VIEWER\", \"comment\": \"\", \"inherits\": [\"ADMIN\"]",
        "DANGEROUS|role USER_|\"inherits\": [\"VIEWER\"]|\"inherits\": []",
        "WIDENS|schema CORE|\"usableBy\": [\"USER_\"]|\"usableBy\": [\"USER_\", \"VIEWER\"]",
        "DANGEROUS|schema CORE|\"versioned\": true|\"versioned\": false",
        "DANGEROUS|reference WH|[\"USAGE\"]|[\"USAGE\", \"OPERATE\"]",
        "WIDENS|page PUBLIC.PAGE|\"PUBLIC.PAGE\", \"grantedTo\": [\"USER_\"]|\"PUBLIC.PAGE\", \"grantedTo\": [\"USER_\", \"VIEWER\"]",
        "WIDENS|table STATE.T|\"readableBy\": [\"VIEWER\"]|\"readableBy\": [\"VIEWER\", \"USER_\"]",
        "DANGEROUS|table STATE.T column KEY|\"KEY\", \"type\": \"VARCHAR\"|\"KEY\", \"type\": \"NUMBER\"",
        "DANGEROUS|table STATE.T column NEW|\"columns\": [{\"name\": \"KEY\", \"type\"|\"columns\": [{\"name\": \"NEW\", \"type\": \"DATE\", \"addedIn\": \"\"}, {\"name\": \"KEY\", \"type\"",
        "CHANGES|table STATE.T column NEW|\"columns\": [{\"name\": \"KEY\", \"type\"|\"columns\": [{\"name\": \"NEW\", \"type\": \"DATE\", \"addedIn\": \"V2\"}, {\"name\": \"KEY\", \"type\"",
        "DANGEROUS|table STATE.T|STATE.T|STATE.T2",
        "DANGEROUS|view CORE.V|CORE.V|CORE.V2",
        "DANGEROUS|view CORE.V column KEY|\"KEY\", \"source\"|\"OTHER\", \"source\"",
        "DANGEROUS|procedure CORE.RUN(VARCHAR)|\"ID\", \"type\": \"VARCHAR\"|\"ID\", \"type\": \"NUMBER\"",
        "DANGEROUS|procedure CORE.RUN(VARCHAR)|\"ID\", \"type\"|\"KEY\", \"type\"",
        "DANGEROUS|procedure CORE.RUN(VARCHAR)|\"returns\": \"VARCHAR\"|\"returns\": \"VARIANT\"",
        "DANGEROUS|procedure CORE.RUN(VARCHAR)|CORE.RUN|CORE.START",
        "WIDENS|procedure CORE.START(VARCHAR)|CORE.RUN|CORE.START",
        "WIDENS|procedure CORE.RUN(VARCHAR)|\"externalAccess\": false|\"externalAccess\": true",
        "WIDENS|procedure CORE.RUN(VARCHAR)|\"grantedTo\": [\"USER_\"], \"external|\"grantedTo\": [\"VIEWER\"], \"external",
        "NARROWS|procedure CORE.RUN(VARCHAR)|\"grantedTo\": [\"USER_\"], \"external|\"grantedTo\": [\"VIEWER\"], \"external",
        "CHANGES|procedure CORE.RUN(VARCHAR)|\"comment\": \"Runs\"|\"comment\": \"Runs it\"",
        "DANGEROUS|task TASKS.T|TASKS.T|TASKS.T2",
        "CHANGES|task TASKS.T|1 HOUR|2 HOURS",
        "DANGEROUS|manifest|\"manifestVersion\": 1|\"manifestVersion\": 2",
        "CHANGES|application|{\"name\": \"V1\"}|{\"name\": \"V2\"}",
        "WIDENS|application|\"INFO\"|\"DEBUG\"",
      })
  void weighsAChange(Change.Weight weight, String subject, String part, String by)
      throws IOException {
    Changes changes = review(part, by);
    assertTrue(
        changes.of(weight).stream().anyMatch(change -> change.subject().equals(subject)),
        () -> Report.TEXT.of(changes));
  }

  @Test
  void whatWidensStandsFirst() throws IOException {
    Changes changes = review("CORE.RUN", "CORE.START_IT");
    assertEquals(
        """
        2 changes for installed applications: 1 widens, 1 dangerous, 0 narrow.

        Widens what the application may do, or who may use it
          + procedure CORE.START_IT(VARCHAR): USER_ may call it: Runs

        Dangerous for installed applications
          - procedure CORE.RUN(VARCHAR): USER_ and tasks that still call it fail
        """,
        Report.TEXT.of(changes));
    assertEquals(
        """
        2 changes for installed applications: 1 widens, 1 dangerous, 0 narrow.

        ### Widens what the application may do, or who may use it

        - added **procedure CORE.START\\_IT(VARCHAR)**: USER\\_ may call it: Runs

        ### Dangerous for installed applications

        - removed **procedure CORE.RUN(VARCHAR)**: USER\\_ and tasks that still call it fail
        """,
        Report.MARKDOWN.of(changes));
  }

  @Test
  void theApprovedModelIsUnderstood() throws IOException {
    String approved = Files.readString(Path.of("src/approved/app.json"));
    String widened = approved.replace("\"EXECUTE TASK\"", "\"EXECUTE MANAGED TASK\"");
    Changes changes = Review.of(Model.read(approved), Model.read(widened));
    assertEquals(
        "privilege EXECUTE MANAGED TASK", changes.of(Change.Weight.WIDENS).get(0).subject());
  }
}
