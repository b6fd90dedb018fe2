@NullMarked
package io.snowpull.runtime.ingestion;

import org.jspecify.annotations.NullMarked;
