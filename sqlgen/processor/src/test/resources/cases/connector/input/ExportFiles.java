package sample;

import io.snowpull.annotations.*;

/** Files for the consumer's own use. */
@StateStage(fileType = StagedFileType.CSV, readableBy = "APP_VIEWER")
final class ExportFiles {}
