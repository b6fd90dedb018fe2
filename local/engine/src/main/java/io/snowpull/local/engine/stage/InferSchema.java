package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.duckdb.ParquetFile;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * INFER_SCHEMA: the columns of staged Parquet files; other formats do not say what they hold.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/sql-reference/functions/infer_schema">INFER_SCHEMA</a>
 */
public final class InferSchema {

  private InferSchema() {}

  public static AccountFunctions functions() {
    return new AccountFunctions(
        Map.of(), Map.of("INFER_SCHEMA", (arguments, named, execution) -> call(named, execution)));
  }

  /** A column and the files that have it. */
  private record Found(SnowflakeType type, List<String> files) {}

  private static Result call(Map<String, Value> named, Execution execution) {
    StageLocation location = SnowflakeParser.parseStageLocation(text(named, "LOCATION"));
    StageLocator.Located stage = StageLocator.locate(location, execution, false);
    Options options =
        named.containsKey("FILE_FORMAT")
            ? new Options(
                List.of(
                    new Options.Option(
                        "FILE_FORMAT", new Options.Value.Text(text(named, "FILE_FORMAT")))))
            : Options.NONE;
    FileFormat format = FileFormat.of(options, stage.fileFormat(), execution);
    if (!format.type().equals("PARQUET")) {
      throw SnowflakeException.unsupported("INFER_SCHEMA of " + format.type() + " files");
    }
    Map<String, Found> columns = new LinkedHashMap<>();
    for (StageStore.StagedFile file : StagedRows.select(stage, Options.NONE, execution)) {
      for (Column column : new ParquetFile(file.file()).columns()) {
        columns
            .computeIfAbsent(column.name(), name -> new Found(column.type(), new ArrayList<>()))
            .files()
            .add(stage.named(file.path()));
      }
    }
    return result(columns);
  }

  private static Result result(Map<String, Found> columns) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    columns.forEach(
        (name, found) ->
            rows.add(
                Rows.row(
                    name,
                    declared(found.type()),
                    true,
                    "$1:" + name + "::" + declared(found.type()),
                    String.join(",", found.files()),
                    BigDecimal.valueOf(rows.size()))));
    return Result.of(
        StatementType.SELECT,
        List.of(
            Column.text("COLUMN_NAME"),
            Column.text("TYPE"),
            Column.of("NULLABLE", SnowflakeType.BOOLEAN),
            Column.text("EXPRESSION"),
            Column.text("FILENAMES"),
            Column.of("ORDER_ID", SnowflakeType.INTEGER)),
        rows);
  }

  /** As Snowflake names them here: TEXT and REAL, numbers with their precision. */
  private static String declared(SnowflakeType type) {
    if (type instanceof SnowflakeType.Text) {
      return "TEXT";
    }
    return type instanceof SnowflakeType.Real
        ? "REAL"
        : type instanceof SnowflakeType.Number ? type.sql() : type.name();
  }

  private static String text(Map<String, Value> named, String name) {
    Value value = named.get(name);
    if (value == null || value.content() == null) {
      throw SnowflakeException.compilationError("INFER_SCHEMA needs the argument " + name + ".");
    }
    return value.content().toString();
  }
}
