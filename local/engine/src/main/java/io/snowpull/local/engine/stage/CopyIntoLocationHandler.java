package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.ast.StageStatement.CopyIntoLocation;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.duckdb.ParquetFile;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * COPY INTO a stage: the rows of a table or query as one file. Snowflake writes several for large
 * results, which readers of a stage's path cannot tell apart.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-location">COPY INTO
 *     location</a>
 */
final class CopyIntoLocationHandler implements StatementHandler<CopyIntoLocation> {

  private static final Set<String> KNOWN =
      Set.of("FILE_FORMAT", "HEADER", "MAX_FILE_SIZE", "OVERWRITE", "SINGLE");

  private final StageStore store;

  CopyIntoLocationHandler(StageStore store) {
    this.store = store;
  }

  @Override
  public Result execute(CopyIntoLocation copy, Execution execution) {
    checkOptions(copy);
    StageLocator.Located stage = StageLocator.locate(copy.location(), execution, true);
    FileFormat format = FileFormat.of(copy.options(), stage.fileFormat(), execution);
    boolean compressed = compressed(format);
    String path = path(stage.path(), format, compressed, copy.options());
    Path file = store.resolve(stage.directory(), path);
    if (Files.exists(file) && !copy.options().bool("OVERWRITE").orElse(false)) {
      throw new SnowflakeException(
          "001030",
          "22000",
          "Files already existing at the unload destination: @"
              + stage.named(path)
              + ". Use overwrite option to force unloading.");
    }
    Query query = query(copy);
    Result rows = rows(query, format, execution);
    store.write(
        stage.directory(),
        path,
        target ->
            write(rows, target, format, compressed, copy.options().bool("HEADER").orElse(false)));
    long size = store.size(stage.directory(), path);
    SnowflakeType count = new SnowflakeType.Number(18, 0);
    return Result.of(
        StatementType.SELECT,
        List.of(
            Column.of("rows_unloaded", count),
            Column.of("input_bytes", count),
            Column.of("output_bytes", count)),
        List.of(
            Rows.row(
                BigDecimal.valueOf(rows.rowCount()),
                BigDecimal.valueOf(size),
                BigDecimal.valueOf(size))));
  }

  private static void checkOptions(CopyIntoLocation copy) {
    if (copy.partitionBy() != null) {
      throw SnowflakeException.unsupported("PARTITION BY in COPY INTO a stage");
    }
    copy.options()
        .firstOtherThan(KNOWN)
        .ifPresent(
            name -> {
              throw SnowflakeException.unsupported("the option " + name + " of COPY INTO a stage");
            });
  }

  private static boolean compressed(FileFormat format) {
    String compression = format.text("COMPRESSION", "AUTO").toUpperCase(Locale.ROOT);
    if (format.type().equals("PARQUET")) {
      return false;
    }
    return switch (compression) {
      case "AUTO", "GZIP" -> true;
      case "NONE" -> false;
      default -> throw SnowflakeException.unsupported("COMPRESSION = " + compression);
    };
  }

  /** SINGLE names the file itself; else Snowflake appends its number of thread and part. */
  private static String path(String given, FileFormat format, boolean compressed, Options options) {
    if (options.bool("SINGLE").orElse(false)) {
      return given.isEmpty() || given.endsWith("/") ? given + "data" : given;
    }
    String extension =
        switch (format.type()) {
          case "PARQUET" -> ".snappy.parquet";
          case "JSON" -> ".json";
          default -> ".csv";
        };
    String prefix = given.isEmpty() || given.endsWith("/") ? given + "data" : given;
    return prefix + "_0_0_0" + extension + (compressed ? ".gz" : "");
  }

  private static Query query(CopyIntoLocation copy) {
    if (copy.query() != null) {
      return copy.query();
    }
    if (copy.table() == null) {
      throw SnowflakeException.compilationError("COPY INTO a stage needs a table or a query.");
    }
    Expression.Star all = new Expression.Star(List.of(), null, List.of(), List.of(), List.of());
    return select(
        List.of(new Query.SelectItem(all, null, "*")),
        new Relation.Table(copy.table(), null, null));
  }

  /** For CSV every value becomes the text that Snowflake casts it to. */
  private static Result rows(Query query, FileFormat format, Execution execution) {
    var data = execution.services().data();
    var context = execution.services().sql().context(execution);
    if (!format.type().equals("CSV")) {
      return data.read(execution, connection -> connection.query(query, context));
    }
    List<Column> columns =
        data.read(execution, connection -> connection.describe(query, context)).columns();
    List<Query.SelectItem> items = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      items.add(
          new Query.SelectItem(
              new Expression.Cast(
                  new Expression.PositionalColumn(null, i + 1),
                  new TypeName("VARCHAR", List.of(), List.of()),
                  false),
              new Identifier(columns.get(i).name()),
              columns.get(i).name()));
    }
    Query texts = select(items, new Relation.Derived(query, false, null));
    return data.read(execution, connection -> connection.query(texts, context));
  }

  private static Query select(List<Query.SelectItem> items, Relation from) {
    Query.Select select =
        new Query.Select(
            false, null, items, List.of(), List.of(from), null, null, null, null, null);
    return new Query(false, List.of(), select, List.of(), null, null);
  }

  private static void write(
      Result rows, Path file, FileFormat format, boolean compressed, boolean header)
      throws IOException {
    switch (format.type()) {
      case "PARQUET" -> new ParquetFile(file).write(rows);
      case "JSON" -> {
        boolean fits =
            rows.columns().size() == 1
                && rows.columns().get(0).type() instanceof SnowflakeType.SemiStructured;
        if (!fits) {
          throw SnowflakeException.compilationError(
              "JSON file format can produce one and only one column of type variant, object, or"
                  + " array. Use OBJECT_CONSTRUCT(*) for whole rows.");
        }
        try (Writer out = text(file, compressed)) {
          for (List<@Nullable Object> row : rows.rows()) {
            out.write(row.get(0) + "\n");
          }
        }
      }
      case "CSV" -> {
        try (CSVPrinter out = CsvFormat.of(format).print(text(file, compressed))) {
          if (header) {
            out.printRecord(rows.columns().stream().map(Column::name).toList());
          }
          String ofNull = format.nulls().get(0);
          for (List<@Nullable Object> row : rows.rows()) {
            out.printRecord(
                IntStream.range(0, row.size())
                    .mapToObj(i -> row.get(i) == null ? ofNull : row.get(i)));
          }
        }
      }
      default -> throw SnowflakeException.unsupported("files of type " + format.type());
    }
  }

  private static Writer text(Path file, boolean compressed) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new OutputStreamWriter(
        compressed ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8);
  }
}
