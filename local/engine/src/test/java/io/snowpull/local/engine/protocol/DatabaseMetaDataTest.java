package io.snowpull.local.engine.protocol;

import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.RunningAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The metadata calls by which tools such as DBeaver look at an account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseMetaDataTest {

  private RunningAccount account;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeAll
  void start(@TempDir Path directory) throws SQLException {
    account = new RunningAccount(directory);
    connection = account.connect();
    run(
        connection,
        "CREATE DATABASE m",
        "CREATE TABLE parent (id INT PRIMARY KEY, name VARCHAR(30) NOT NULL COMMENT 'label')",
        "CREATE TABLE child (id INT, parent_id INT REFERENCES parent (id), at TIMESTAMP_LTZ)",
        "CREATE VIEW v AS SELECT id FROM parent",
        "CREATE PROCEDURE p(a INT, b VARCHAR) RETURNS VARCHAR LANGUAGE SQL AS 'BEGIN RETURN 1;"
            + " END'");
    metaData = connection.getMetaData();
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    account.close();
  }

  @Test
  void listsCatalogsAndSchemas() throws SQLException {
    assertTrue(column(metaData.getCatalogs(), "TABLE_CAT").contains("M"));
    assertEquals(
        List.of("INFORMATION_SCHEMA", "PUBLIC"),
        column(metaData.getSchemas("M", "%"), "TABLE_SCHEM"));
  }

  @Test
  void listsTablesAndViews() throws SQLException {
    assertEquals(
        List.of("CHILD", "PARENT", "V"),
        column(metaData.getTables("M", "PUBLIC", "%", new String[] {"TABLE", "VIEW"}), "TABLE_NAME")
            .stream()
            .sorted()
            .toList());
  }

  @Test
  void describesColumns() throws SQLException {
    try (ResultSet columns = metaData.getColumns("M", "PUBLIC", "PARENT", "NAME")) {
      assertTrue(columns.next());
      assertEquals(Types.VARCHAR, columns.getInt("DATA_TYPE"));
      assertEquals(30, columns.getInt("COLUMN_SIZE"));
      assertEquals("NO", columns.getString("IS_NULLABLE"));
      assertEquals("label", columns.getString("REMARKS"));
    }
  }

  @Test
  void listsKeys() throws SQLException {
    assertEquals(
        List.of("ID"), column(metaData.getPrimaryKeys("M", "PUBLIC", "PARENT"), "COLUMN_NAME"));
    assertEquals(
        List.of("PARENT_ID"),
        column(metaData.getImportedKeys("M", "PUBLIC", "CHILD"), "FKCOLUMN_NAME"));
    assertEquals(
        List.of("PARENT_ID"),
        column(metaData.getExportedKeys("M", "PUBLIC", "PARENT"), "FKCOLUMN_NAME"));
    assertEquals(
        List.of("PARENT_ID"),
        column(
            metaData.getCrossReference("M", "PUBLIC", "PARENT", "M", "PUBLIC", "CHILD"),
            "FKCOLUMN_NAME"));
  }

  @Test
  void listsProceduresWithTheirArguments() throws SQLException {
    assertEquals(
        List.of("P"), column(metaData.getProcedures("M", "PUBLIC", "P"), "PROCEDURE_NAME"));
    assertEquals(
        List.of("A", "B"),
        column(metaData.getProcedureColumns("M", "PUBLIC", "P", "%"), "COLUMN_NAME").stream()
            .filter(name -> !name.isEmpty())
            .toList());
  }

  @Test
  void answersTheRestWithoutAnError() throws SQLException {
    metaData.getFunctions("M", "PUBLIC", "%").close();
    metaData.getTypeInfo().close();
    metaData.getTableTypes().close();
    metaData.getTablePrivileges("M", "PUBLIC", "PARENT").close();
    metaData.getIndexInfo("M", "PUBLIC", "PARENT", false, false).close();
    assertEquals("Snowflake", metaData.getDatabaseProductName());
    assertTrue(!metaData.getDatabaseProductVersion().isEmpty());
    assertEquals("SNOWPULL", metaData.getUserName());
  }

  private static List<String> column(ResultSet result, String name) throws SQLException {
    List<String> values = new ArrayList<>();
    try (result) {
      while (result.next()) {
        values.add(String.valueOf(result.getString(name)));
      }
    }
    return values;
  }
}
