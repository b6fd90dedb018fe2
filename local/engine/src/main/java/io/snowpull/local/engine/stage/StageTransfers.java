package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.FileTransfer;
import io.snowpull.local.engine.execution.FileTransfers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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
    Path directory = store.writableFolder(stage.directory(), stage.path());
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
    Predicate<String> wanted = FilePattern.of(statement.options().text("PATTERN").orElse(null));
    List<String> files =
        store.files(stage.directory(), stage.path()).stream()
            .map(StageStore.StagedFile::path)
            .filter(wanted)
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
}
