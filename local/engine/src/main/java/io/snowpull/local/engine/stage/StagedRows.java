package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.function.JsonText;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of staged files, as a query on a stage sees them: {@code $1}, {@code $2} ..., then
 * {@code METADATA$FILENAME} and {@code METADATA$FILE_ROW_NUMBER}.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/querying-stage">Querying staged files</a>
 */
public final class StagedRows {
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Execution execution;
  private final FileFormat format;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private StagedRows(Execution execution, FileFormat format) {
    this.execution = execution;
    this.format = format;
  }

  /** Reads the files that a location and the options of a query select. */
  public static RelationSource.Computed of(
      StageLocation location, Options options, Execution execution) {
    StageLocator.Located stage = StageLocator.locate(location, execution, false);
    FileFormat format = FileFormat.of(options, stage.fileFormat(), execution);
    return new StagedRows(execution, format).read(stage, options.text("PATTERN").orElse(null));
  }

  private RelationSource.Computed read(StageLocator.Located stage, @Nullable String pattern) {
    Predicate<String> wanted = FilePattern.of(pattern);
    for (StageStore.StagedFile file :
        execution.services().stages().files(stage.directory(), stage.path())) {
      if (wanted.test(file.path())) {
        read(file);
      }
    }
    return format.type().equals("JSON") ? json() : csv();
  }

  private void read(StageStore.StagedFile file) {
    try (Reader text = new InputStreamReader(open(file.file()), StandardCharsets.UTF_8)) {
      switch (format.type()) {
        case "JSON" -> {
          int number = 0;
          for (String document : JsonText.documents(text, format.flag("STRIP_OUTER_ARRAY"))) {
            rows.add(Rows.row(document, file.path(), BigDecimal.valueOf(++number)));
          }
        }
        case "CSV" -> readCsv(text, file.path());
        default ->
            throw SnowflakeException.unsupported(
                "files of type " + format.type() + "; stage them as JSON or CSV");
      }
    } catch (IOException | UncheckedIOException e) {
      throw SnowflakeException.compilationError(
          "Error reading the staged file '" + file.path() + "': " + e.getMessage());
    }
  }

  /** Compressed or not: the first two bytes tell. */
  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in =
        new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    in.mark(2);
    int magic = (in.read() << 8) | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private void readCsv(Reader text, String path) throws IOException {
    String enclosed = format.text("FIELD_OPTIONALLY_ENCLOSED_BY", "NONE");
    CSVFormat csv =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter())
            .setQuote(enclosed.length() == 1 ? enclosed.charAt(0) : null)
            .setIgnoreEmptyLines(true)
            .setTrim(format.flag("TRIM_SPACE"))
            .get();
    int skipped = format.number("SKIP_HEADER");
    for (CSVRecord record : csv.parse(text)) {
      if (record.getRecordNumber() <= skipped) {
        continue;
      }
      List<@Nullable Object> row = new ArrayList<>();
      record.forEach(field -> row.add(format.nulls().contains(field) ? null : field));
      row.add(path);
      row.add(BigDecimal.valueOf(record.getRecordNumber() - skipped));
      rows.add(row);
    }
  }

  private String delimiter() {
    String given = format.text("FIELD_DELIMITER", ",");
    return given.equals("\\t") ? "\t" : given;
  }

  private RelationSource.Computed json() {
    return relation(List.of(Column.of("$1", SnowflakeType.VARIANT)), rows);
  }

  /** Lines of one file may have fewer fields than those of another; what is missing is NULL. */
  private RelationSource.Computed csv() {
    int fields = rows.stream().mapToInt(List::size).max().orElse(3) - 2;
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= fields; i++) {
      columns.add(Column.text("$" + i));
    }
    List<List<@Nullable Object>> padded = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> full = new ArrayList<>(row.subList(0, row.size() - 2));
      while (full.size() < fields) {
        full.add(null);
      }
      full.addAll(row.subList(row.size() - 2, row.size()));
      padded.add(full);
    }
    return relation(columns, padded);
  }

  private static RelationSource.Computed relation(
      List<Column> values, List<List<@Nullable Object>> rows) {
    List<Column> columns = new ArrayList<>(values);
    columns.add(Column.text(RelationSource.METADATA + "FILENAME"));
    columns.add(Column.of(RelationSource.METADATA + "FILE_ROW_NUMBER", SnowflakeType.INTEGER));
    return new RelationSource.Computed(columns, Rows.of(rows));
  }
}
