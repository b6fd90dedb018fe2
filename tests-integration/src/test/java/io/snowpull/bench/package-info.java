/** What {@code ./snowpull bench} measures: never a test, and never compared with a fixed time. */
@NullMarked
package io.snowpull.bench;

import org.jspecify.annotations.NullMarked;
