package io.snowpull.local.engine.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Functions;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.SaveMode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.local.engine.account.RunningAccount;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the real Snowpark library for Java does with the account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnowparkSessionTest {

  private static final StructType SCHEMA =
      StructType.create(
          new StructField("ID", DataTypes.LongType), new StructField("NAME", DataTypes.StringType));

  private RunningAccount account;
  private Session session;

  @BeforeAll
  void start(@TempDir Path directory) {
    account = new RunningAccount(directory);
    Map<String, String> settings = new HashMap<>();
    settings.put("URL", "http://127.0.0.1:" + account.account().port());
    settings.put("USER", account.account().user());
    settings.put("PASSWORD", account.account().password());
    session = Session.builder().configs(settings).create();
    session.sql("CREATE DATABASE s").collect();
  }

  @AfterAll
  void stop() {
    session.close();
    account.close();
  }

  @Test
  void runsSqlWithBindsOfAllKinds() {
    Row[] rows = session.sql("SELECT ? AS a, ? AS b", 7, "x").collect();
    assertEquals(7, rows[0].getInt(0));
    assertEquals("x", rows[0].getString(1));
  }

  @Test
  void buildsQueriesFromDataFrames() {
    DataFrame frame =
        session.createDataFrame(
            new Row[] {Row.create(1L, "a"), Row.create(2L, "b"), Row.create(3L, "b")}, SCHEMA);
    assertEquals(2, frame.filter(Functions.col("NAME").equal_to(Functions.lit("b"))).count());
    frame.write().mode(SaveMode.Overwrite).saveAsTable("frames");
    frame.write().mode(SaveMode.Append).saveAsTable("frames");
    assertEquals(6, session.table("frames").count());
    Row[] grouped =
        session
            .table("frames")
            .groupBy("NAME")
            .agg(Functions.sum(Functions.col("ID")).as("TOTAL"))
            .sort(Functions.col("NAME"))
            .collect();
    assertEquals(2, grouped.length);
    assertEquals(10, grouped[1].getLong(1));
  }

  @Test
  void writesManyRowsThroughATemporaryTable() {
    Row[] rows = new Row[6_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Row.create((long) i, "n" + i);
    }
    assertEquals(6_000, session.createDataFrame(rows, SCHEMA).count());
  }

  @Test
  void readsVariants() {
    Row row = session.sql("SELECT PARSE_JSON('{\"a\":[1,2]}') AS v").collect()[0];
    Variant variant = row.getVariant(0);
    assertEquals("{\"a\":[1,2]}", variant.asJsonString().replaceAll("\\s", ""));
  }

  @Test
  void updatesAndDeletesThroughTables() {
    session.sql("CREATE OR REPLACE TABLE u AS SELECT 1 AS id, 'a' AS name").collect();
    var updated =
        session
            .table("u")
            .update(
                Map.of(Functions.col("NAME"), Functions.lit("z")),
                Functions.col("ID").equal_to(Functions.lit(1)));
    assertEquals(1, updated.getRowsUpdated());
    assertEquals(1, session.table("u").delete().getRowsDeleted());
  }

  @Test
  void putsFilesAndStreams(@TempDir Path files) throws Exception {
    session.sql("CREATE OR REPLACE STAGE st").collect();
    Path file = files.resolve("x.txt");
    Files.writeString(file, "content");
    var put = session.file().put("file://" + file, "@st/sub", Map.of("AUTO_COMPRESS", "FALSE"));
    assertEquals("UPLOADED", put[0].getStatus());
    session
        .file()
        .uploadStream(
            "@st/streamed.txt",
            new ByteArrayInputStream("s".getBytes(StandardCharsets.UTF_8)),
            false);
    assertEquals(2, session.sql("LIST @st").collect().length);
    session.file().get("@st/sub/x.txt", "file://" + files.resolve("got"));
    assertEquals("content", Files.readString(files.resolve("got").resolve("x.txt")));
  }

  @Test
  void runsAsynchronously() {
    var job = session.sql("SELECT 5 AS n").async().collect();
    assertEquals(5, job.getResult()[0].getInt(0));
  }

  @Test
  void knowsWhereItIs() {
    assertTrue(session.getCurrentDatabase().orElse("").contains("S"));
    assertEquals(
        List.of("ACCOUNTADMIN"),
        List.of(session.sql("SELECT CURRENT_ROLE()").collect()[0].getString(0)));
  }
}
