package io.snowpull.runtime.sql;

import java.io.InputStream;

/** Sends files to internal stages as the application. Not thread-safe, as {@link Sql} is not. */
public interface StageUpload {
  /**
   * Sends a file, over one of that name.
   *
   * @param location {@code @SCHEMA.STAGE/folder/file}
   * @param content sent as it is
   * @throws SqlException when the account refuses or fails it
   */
  void upload(String location, InputStream content);
}
