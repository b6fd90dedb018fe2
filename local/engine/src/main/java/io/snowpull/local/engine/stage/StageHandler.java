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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** LIST, REMOVE and COPY; PUT and GET are done by the client, see {@link StageTransfers}. */
public final class StageHandler implements StatementHandler<StageStatement> {

  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final StageStore store;

  public StageHandler(StageStore store) {
    this.store = store;
  }

  @Override
  public Result execute(StageStatement statement, Execution execution) {
    if (statement instanceof StageStatement.ListFiles list) {
      return list(list, execution);
    }
    if (statement instanceof StageStatement.RemoveFiles remove) {
      return remove(remove, execution);
    }
    if (statement instanceof StageStatement.CopyIntoTable) {
      throw SnowflakeException.unsupported("COPY INTO a table");
    }
    if (statement instanceof StageStatement.CopyIntoLocation) {
      throw SnowflakeException.unsupported("COPY INTO a stage");
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
              name(stage, file),
              BigDecimal.valueOf(size(file.file())),
              md5(file.file()),
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
      try {
        Files.delete(file.file());
      } catch (IOException e) {
        throw SnowflakeException.internal("a staged file cannot be deleted", e);
      }
      rows.add(Rows.row(name(stage, file), "removed"));
    }
    return Result.of(StatementType.LIST, List.of(Column.text("name"), Column.text("result")), rows);
  }

  private List<StageStore.StagedFile> matching(
      StageLocator.Located stage, @Nullable String pattern) {
    Predicate<String> wanted = FilePattern.of(pattern);
    return store.files(stage.directory(), stage.path()).stream()
        .filter(file -> wanted.test(file.path()) || wanted.test(name(stage, file)))
        .toList();
  }

  private static String name(StageLocator.Located stage, StageStore.StagedFile file) {
    return stage.label().equals("~") ? file.path() : stage.label() + "/" + file.path();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw SnowflakeException.internal("a staged file cannot be read", e);
    }
  }

  private static String lastModified(Path file) {
    try {
      return LAST_MODIFIED.format(
          Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC));
    } catch (IOException e) {
      throw SnowflakeException.internal("a staged file cannot be read", e);
    }
  }

  private static String md5(Path file) {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw SnowflakeException.internal("a staged file cannot be read", e);
    }
  }
}
