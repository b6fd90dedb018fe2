package io.snowpull.local.engine.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to copy files into or out of a stage; it does so itself, since both sides
 * share the file system.
 *
 * @param sources for an upload the client's own path, verbatim; for a download paths below the
 *     stage's directory
 * @param stageDirectory the directory on disk, ending in a slash
 * @param localLocation where a download goes; null for an upload
 */
public record FileTransfer(
    boolean upload,
    List<String> sources,
    String stageDirectory,
    int parallel,
    boolean autoCompress,
    boolean overwrite,
    String sourceCompression,
    @Nullable String localLocation) {}
