package io.snowpull.local.engine.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.duckdb.ParquetFile;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.function.JsonText;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVParser;
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
  private static final JsonFactory JSON = new JsonFactory();

  private final FileFormat format;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private final List<Summary> summaries = new ArrayList<>();

  private StagedRows(FileFormat format) {
    this.format = format;
  }

  /**
   * What one file holds.
   *
   * @param leastFields the fewest fields of a row; 1 for files of documents and for empty files
   * @param mostFields the most fields of a row
   */
  record Summary(String path, int rows, int leastFields, int mostFields) {}

  /** Reads the files that a location and the options of a query select. */
  public static RelationSource.Computed of(
      StageLocation location, Options options, Execution execution) {
    StageLocator.Located stage = StageLocator.locate(location, execution, false);
    FileFormat format = FileFormat.of(options, stage.fileFormat(), execution);
    return read(select(stage, options, execution), format).relation();
  }

  /** The rows of staged CSV files as values to bind, in the order of their files and lines. */
  public static List<List<Value>> binds(String path, Execution execution) {
    StageLocator.Located stage =
        StageLocator.locate(SnowflakeParser.parseStageLocation(path), execution, false);
    FileFormat format = FileFormat.of(Options.NONE, stage.fileFormat(), execution);
    return read(select(stage, Options.NONE, execution), format).rows.stream()
        .map(
            row ->
                row.subList(0, row.size() - 2).stream()
                    .map(cell -> Value.text(cell == null ? null : cell.toString()))
                    .toList())
        .toList();
  }

  /** The files of a stage that PATTERN and FILES leave, in path order. */
  static List<StageStore.StagedFile> select(
      StageLocator.Located stage, Options options, Execution execution) {
    Predicate<String> wanted = FilePattern.of(options.text("PATTERN").orElse(null));
    String folder =
        stage.path().isEmpty() || stage.path().endsWith("/") ? stage.path() : stage.path() + "/";
    List<String> named = options.texts("FILES").stream().map(file -> folder + file).toList();
    return execution.services().stages().files(stage.directory(), stage.path()).stream()
        .filter(file -> wanted.test(file.path()))
        .filter(file -> named.isEmpty() || named.contains(file.path()))
        .toList();
  }

  /** Reads these files, whole. */
  static StagedRows read(List<StageStore.StagedFile> files, FileFormat format) {
    StagedRows read = new StagedRows(format);
    files.forEach(read::read);
    return read;
  }

  /** A summary of each file, in the order of reading. */
  List<Summary> summaries() {
    return summaries;
  }

  /** The names of the outermost fields of all documents, as they were first met. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (List<@Nullable Object> row : rows) {
      try (JsonParser document = JSON.createParser(String.valueOf(row.get(0)))) {
        if (document.nextToken() == JsonToken.START_OBJECT) {
          while (document.nextToken() == JsonToken.FIELD_NAME) {
            keys.add(document.currentName());
            document.nextToken();
            document.skipChildren();
          }
        }
      } catch (IOException e) {
        throw SnowflakeException.internal("a staged document cannot be read again", e);
      }
    }
    return keys;
  }

  RelationSource.Computed relation() {
    return format.type().equals("CSV") ? csv() : documents();
  }

  private void read(StageStore.StagedFile file) {
    int before = rows.size();
    try {
      switch (format.type()) {
        case "JSON" -> readJson(file);
        case "CSV" -> readCsv(file);
        case "PARQUET" -> add(new ParquetFile(file.file()).documents(), file.path());
        default ->
            throw SnowflakeException.unsupported(
                "files of type " + format.type() + "; stage them as JSON, CSV or PARQUET");
      }
    } catch (IOException | UncheckedIOException e) {
      throw SnowflakeException.compilationError(
          "Error reading the staged file '" + file.path() + "': " + e.getMessage());
    }
    List<Integer> fields =
        rows.subList(before, rows.size()).stream().map(r -> r.size() - 2).toList();
    summaries.add(
        new Summary(
            file.path(),
            fields.size(),
            fields.stream().mapToInt(n -> n).min().orElse(1),
            fields.stream().mapToInt(n -> n).max().orElse(1)));
  }

  private void readJson(StageStore.StagedFile file) throws IOException {
    try (Reader text = text(file.file())) {
      add(JsonText.documents(text, format.flag("STRIP_OUTER_ARRAY")), file.path());
    }
  }

  private void add(Iterable<String> documents, String path) {
    int number = 0;
    for (String document : documents) {
      rows.add(Rows.row(document, path, BigDecimal.valueOf(++number)));
    }
  }

  private void readCsv(StageStore.StagedFile file) throws IOException {
    int skipped = format.number("SKIP_HEADER");
    List<String> nulls = format.nulls();
    try (Reader text = text(file.file());
        CSVParser records = CsvFormat.of(format).parse(text)) {
      for (CSVRecord record : records) {
        if (record.getRecordNumber() <= skipped) {
          continue;
        }
        List<@Nullable Object> row = new ArrayList<>();
        record.forEach(field -> row.add(isNull(field, nulls) ? null : field));
        row.add(file.path());
        row.add(BigDecimal.valueOf(record.getRecordNumber() - skipped));
        rows.add(row);
      }
    }
  }

  /** In fields that nothing encloses the library does not tell an empty text from nothing. */
  private boolean isNull(@Nullable String field, List<String> nulls) {
    return field == null
        || nulls.contains(field)
        || (field.isEmpty() && !CsvFormat.encloses(format) && CsvFormat.emptyIsNull(format));
  }

  private static Reader text(Path file) throws IOException {
    return new InputStreamReader(open(file), StandardCharsets.UTF_8);
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

  private RelationSource.Computed documents() {
    return relation(List.of(Column.of("$1", SnowflakeType.VARIANT)), rows);
  }

  /** Lines of one file may have fewer fields than those of another; what is missing is NULL. */
  private RelationSource.Computed csv() {
    int fields = summaries.stream().mapToInt(Summary::mostFields).max().orElse(1);
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
