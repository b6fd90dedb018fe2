/** Tasks: their statements, their schedules, their runs and the history of those. */
@NullMarked
package io.snowpull.local.engine.task;

import org.jspecify.annotations.NullMarked;
