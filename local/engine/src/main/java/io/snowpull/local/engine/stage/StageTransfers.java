package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.FileTransfer;
import io.snowpull.local.engine.execution.FileTransfers;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Prepares PUT and GET: the driver copies the files itself, since both see the same disk.
 *
 * <p>Source: the LOCAL_FS stage type in the drivers' file transfer agents.
 */
public final class StageTransfers implements FileTransfers {

  private static final int PARALLEL = 4;

  private final StageStore store;

  public StageTransfers(StageStore store) {
    this.store = store;
  }

  @Override
  public FileTransfer put(StageStatement.Put statement, Execution execution) {
    StageLocator.Located stage = StageLocator.locate(statement.target(), execution, true);
    Path directory = store.resolve(stage.directory(), stage.path());
    makeDirectory(directory);
    Options options = statement.options();
    return new FileTransfer(
        true,
        List.of(statement.file()),
        directory + "/",
        options.number("PARALLEL").map(BigDecimal::intValue).orElse(PARALLEL),
        options.bool("AUTO_COMPRESS").orElse(true),
        options.bool("OVERWRITE").orElse(false),
        options.text("SOURCE_COMPRESSION").orElse("auto_detect").toLowerCase(Locale.ROOT),
        null);
  }

  @Override
  public FileTransfer get(StageStatement.Get statement, Execution execution) {
    StageLocator.Located stage = StageLocator.locate(statement.source(), execution, false);
    String pattern = statement.options().text("PATTERN").orElse(null);
    Pattern wanted = pattern == null ? null : Pattern.compile(pattern);
    List<String> files =
        store.files(stage.directory(), stage.path()).stream()
            .map(StageStore.StagedFile::path)
            .filter(path -> wanted == null || wanted.matcher(path).matches())
            .toList();
    return new FileTransfer(
        false,
        files,
        store.directory(stage.directory()) + "/",
        statement.options().number("PARALLEL").map(BigDecimal::intValue).orElse(PARALLEL),
        false,
        false,
        "none",
        statement.file());
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw SnowflakeException.internal("the directory of a stage cannot be made", e);
    }
  }
}
