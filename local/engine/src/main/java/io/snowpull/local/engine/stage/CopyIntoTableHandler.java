package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.ast.StageStatement.CopyIntoTable;
import io.snowpull.local.engine.catalog.RelationDefinition;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.Services;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.execution.TablePrivileges;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * COPY INTO a table: each file once, all rows of all files or, by ON_ERROR, those that are good.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table">COPY INTO
 *     table</a>
 */
final class CopyIntoTableHandler implements StatementHandler<CopyIntoTable> {

  private static final Set<String> KNOWN =
      Set.of(
          "FILE_FORMAT",
          "FILES",
          "FORCE",
          "LOAD_UNCERTAIN_FILES",
          "MATCH_BY_COLUMN_NAME",
          "ON_ERROR",
          "PATTERN",
          "PURGE",
          "RETURN_FAILED_ONLY");

  private final StageStore store;
  private final LoadHistory history;

  CopyIntoTableHandler(StageStore store, LoadHistory history) {
    this.store = store;
    this.history = history;
  }

  private enum OnError {
    ABORT_STATEMENT,
    SKIP_FILE,
    CONTINUE
  }

  /** How one file went. */
  private record Outcome(String file, int parsed, int loaded, @Nullable SnowflakeException error) {
    List<@Nullable Object> row() {
      String status = error == null ? "LOADED" : loaded > 0 ? "PARTIALLY_LOADED" : "LOAD_FAILED";
      return Rows.row(
          file,
          status,
          BigDecimal.valueOf(parsed),
          BigDecimal.valueOf(loaded),
          BigDecimal.ONE,
          BigDecimal.valueOf(error == null ? 0 : Math.max(1, parsed - loaded)),
          error == null ? null : error.message());
    }
  }

  @Override
  public Result execute(CopyIntoTable given, Execution execution) {
    CopyIntoTable copy = withValues(given, execution);
    copy.options()
        .firstOtherThan(KNOWN)
        .ifPresent(
            name -> {
              throw SnowflakeException.unsupported("the option " + name + " of COPY INTO a table");
            });
    OnError onError = onError(copy.options());
    Relation.StagedFiles source = TableLoad.source(copy);
    StageLocator.Located stage = StageLocator.locate(source.location(), execution, false);
    FileFormat format =
        FileFormat.of(
            copy.options().has("FILE_FORMAT") ? copy.options() : source.options(),
            stage.fileFormat(),
            execution);
    List<StageStore.StagedFile> files = StagedRows.select(stage, copy.options(), execution);
    RelationDefinition table = table(copy, execution);
    TableLoad load = new TableLoad(copy, table.columns(), format);
    Services services = execution.services();
    List<Outcome> outcomes =
        services
            .data()
            .change(
                execution,
                connection ->
                    connection.atomically(
                        () -> {
                          List<StageStore.StagedFile> fresh =
                              fresh(files, stage, table, copy.options(), connection);
                          Loading loading =
                              new Loading(load, format, execution, connection, onError);
                          List<Outcome> all = loading.files(fresh);
                          remember(all, fresh, stage, table, connection);
                          return all;
                        }));
    if (copy.options().bool("PURGE").orElse(false)) {
      outcomes.stream()
          .filter(outcome -> outcome.error() == null)
          .forEach(outcome -> store.delete(stage.directory(), outcome.file()));
    }
    return result(outcomes, stage);
  }

  /** With what {@code ?} and variables in its options stand for. */
  private static CopyIntoTable withValues(CopyIntoTable copy, Execution execution) {
    List<Options.Option> options =
        copy.options().entries().stream()
            .map(
                option ->
                    option.value() instanceof Options.Value.Computed computed
                        ? new Options.Option(
                            option.name(),
                            new Options.Value.Text(
                                String.valueOf(
                                    execution.evaluate(computed.expression()).content())))
                        : option)
            .toList();
    return new CopyIntoTable(
        copy.table(),
        copy.columns(),
        copy.location(),
        copy.query(),
        new Options(options),
        copy.text());
  }

  private static OnError onError(Options options) {
    String text = options.text("ON_ERROR").orElse("ABORT_STATEMENT").toUpperCase(Locale.ROOT);
    for (OnError known : OnError.values()) {
      if (known.name().equals(text)) {
        return known;
      }
    }
    throw SnowflakeException.unsupported("ON_ERROR = " + text);
  }

  private static RelationDefinition table(CopyIntoTable copy, Execution execution) {
    var name = execution.names().relation(copy.table());
    return execution
        .relation(name)
        .orElseThrow(() -> SnowflakeException.objectDoesNotExist(name.toSql()));
  }

  private List<StageStore.StagedFile> fresh(
      List<StageStore.StagedFile> files,
      StageLocator.Located stage,
      RelationDefinition table,
      Options options,
      DatabaseConnection connection) {
    if (options.bool("FORCE").orElse(false)) {
      return files;
    }
    Set<LoadHistory.Loaded> loaded = history.of(table, connection);
    return files.stream().filter(file -> !loaded.contains(loaded(file, stage))).toList();
  }

  private void remember(
      List<Outcome> outcomes,
      List<StageStore.StagedFile> files,
      StageLocator.Located stage,
      RelationDefinition table,
      DatabaseConnection connection) {
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i).error() == null || outcomes.get(i).loaded() > 0) {
        history.add(table, loaded(files.get(i), stage), connection);
      }
    }
  }

  private static LoadHistory.Loaded loaded(StageStore.StagedFile file, StageLocator.Located stage) {
    return new LoadHistory.Loaded(stage.directory(), file.path(), StageStore.md5(file.file()));
  }

  private static Result result(List<Outcome> outcomes, StageLocator.Located stage) {
    if (outcomes.isEmpty()) {
      return Result.status(StatementType.COPY, "Copy executed with 0 files processed.");
    }
    SnowflakeType count = new SnowflakeType.Number(18, 0);
    return Result.of(
        StatementType.COPY,
        List.of(
            Column.text("file"),
            Column.text("status"),
            Column.of("rows_parsed", count),
            Column.of("rows_loaded", count),
            Column.of("error_limit", count),
            Column.of("errors_seen", count),
            Column.text("first_error")),
        outcomes.stream()
            .map(o -> new Outcome(stage.named(o.file()), o.parsed(), o.loaded(), o.error()).row())
            .toList());
  }

  /** One COPY while it goes on. */
  private record Loading(
      TableLoad load,
      FileFormat format,
      Execution execution,
      DatabaseConnection connection,
      OnError onError) {

    List<Outcome> files(List<StageStore.StagedFile> files) {
      if (onError == OnError.ABORT_STATEMENT) {
        return together(files);
      }
      return files.stream().map(this::alone).toList();
    }

    /** One INSERT, so that a failure leaves an open transaction as it was before the COPY. */
    private List<Outcome> together(List<StageStore.StagedFile> files) {
      if (files.isEmpty()) {
        return List.of();
      }
      StagedRows content = StagedRows.read(files, format);
      content.summaries().forEach(load::check);
      insert(load.insert(files.stream().map(StageStore.StagedFile::path).toList(), content));
      return content.summaries().stream()
          .map(file -> new Outcome(file.path(), file.rows(), file.rows(), null))
          .toList();
    }

    private Outcome alone(StageStore.StagedFile file) {
      StagedRows content;
      try {
        content = StagedRows.read(List.of(file), format);
        load.check(content.summaries().get(0));
      } catch (SnowflakeException e) {
        return new Outcome(file.path(), 0, 0, e);
      }
      int rows = content.summaries().get(0).rows();
      try {
        insert(load.insert(List.of(file.path()), content));
        return new Outcome(file.path(), rows, rows, null);
      } catch (SnowflakeException e) {
        int loaded = onError == OnError.SKIP_FILE ? 0 : goodOnes(file, content, 1, rows);
        return new Outcome(file.path(), rows, loaded, e);
      }
    }

    /** Halves what failed until only bad rows are left out; how many were good. */
    private int goodOnes(StageStore.StagedFile file, StagedRows content, int first, int last) {
      if (first >= last) {
        return 0;
      }
      int middle = first + (last - first) / 2;
      return some(file, content, first, middle) + some(file, content, middle + 1, last);
    }

    private int some(StageStore.StagedFile file, StagedRows content, int first, int last) {
      execution.cancellation().check();
      try {
        insert(load.insert(file.path(), content, first, last));
        return last - first + 1;
      } catch (SnowflakeException e) {
        return goodOnes(file, content, first, last);
      }
    }

    private void insert(DmlStatement.Insert insert) {
      TablePrivileges.require(insert, execution);
      connection.execute(insert, execution.services().sql().context(execution));
    }
  }
}
