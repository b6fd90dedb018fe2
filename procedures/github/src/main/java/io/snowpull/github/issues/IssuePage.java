package io.snowpull.github.issues;

import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.source.UnreadableRecord;
import java.util.List;

/** The issues of a page, and those of its objects that are no issues. */
record IssuePage(List<SourceRecord> issues, List<UnreadableRecord> unreadable) {}
