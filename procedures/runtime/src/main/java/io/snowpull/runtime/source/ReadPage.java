package io.snowpull.runtime.source;

import java.util.List;

/** The rows of a page, and those of its objects that are no rows. */
public record ReadPage(List<SourceRecord> rows, List<UnreadableRecord> unreadable) {}
