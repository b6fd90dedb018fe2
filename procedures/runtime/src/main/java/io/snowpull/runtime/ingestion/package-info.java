/** Bringing the rows of one resource into its table. */
@NullMarked
package io.snowpull.runtime.ingestion;

import org.jspecify.annotations.NullMarked;
