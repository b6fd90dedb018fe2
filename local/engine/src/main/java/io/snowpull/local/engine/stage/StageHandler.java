package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** LIST, REMOVE and COPY; PUT and GET are done by the client, see {@link StageTransfers}. */
public final class StageHandler implements StatementHandler<StageStatement> {

  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final StageStore store;
  private final CopyIntoTableHandler loading;
  private final CopyIntoLocationHandler unloading;

  public StageHandler(StageStore store, LoadHistory history) {
    this.store = store;
    this.loading = new CopyIntoTableHandler(store, history);
    this.unloading = new CopyIntoLocationHandler(store);
  }

  @Override
  public Result execute(StageStatement statement, Execution execution) {
    if (statement instanceof StageStatement.ListFiles list) {
      return list(list, execution);
    }
    if (statement instanceof StageStatement.RemoveFiles remove) {
      return remove(remove, execution);
    }
    if (statement instanceof StageStatement.CopyIntoTable copy) {
      return loading.execute(copy, execution);
    }
    if (statement instanceof StageStatement.CopyIntoLocation copy) {
      return unloading.execute(copy, execution);
    }
    // A client copies the files; inside a script there is none that could.
    throw SnowflakeException.unsupported("PUT and GET inside another statement");
  }

  private Result list(StageStatement.ListFiles list, Execution execution) {
    StageLocator.Located stage = StageLocator.locate(list.location(), execution, false);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (StageStore.StagedFile file : matching(stage, list.pattern())) {
      rows.add(
          Rows.row(
              stage.named(file.path()),
              BigDecimal.valueOf(store.size(stage.directory(), file.path())),
              StageStore.md5(file.file()),
              lastModified(file.file())));
    }
    return Result.of(
        StatementType.LIST,
        List.of(
            Column.text("name"),
            Column.of("size", new SnowflakeType.Number(18, 0)),
            Column.text("md5"),
            Column.text("last_modified")),
        rows);
  }

  private Result remove(StageStatement.RemoveFiles remove, Execution execution) {
    StageLocator.Located stage = StageLocator.locate(remove.location(), execution, true);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (StageStore.StagedFile file : matching(stage, remove.pattern())) {
      store.delete(stage.directory(), file.path());
      rows.add(Rows.row(stage.named(file.path()), "removed"));
    }
    return Result.of(StatementType.LIST, List.of(Column.text("name"), Column.text("result")), rows);
  }

  private List<StageStore.StagedFile> matching(
      StageLocator.Located stage, @Nullable String pattern) {
    Predicate<String> wanted = FilePattern.of(pattern);
    return store.files(stage.directory(), stage.path()).stream()
        .filter(file -> wanted.test(file.path()) || wanted.test(stage.named(file.path())))
        .toList();
  }

  private static String lastModified(Path file) {
    try {
      return LAST_MODIFIED.format(
          Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC));
    } catch (IOException e) {
      throw SnowflakeException.internal("a staged file cannot be read", e);
    }
  }
}
