package io.snowpull.github.property;

import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.StageUpload;

/** What a run has of an account. */
record AccountSession(Sql sql, StageUpload upload) {}
