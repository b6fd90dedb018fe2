package io.snowpull.annotations;

/** What the files of a {@link StateStage} are. */
public enum StagedFileType {
  /** A JSON document each line, or several after each other. */
  JSON,
  /** Lines of fields, separated by commas. */
  CSV
}
