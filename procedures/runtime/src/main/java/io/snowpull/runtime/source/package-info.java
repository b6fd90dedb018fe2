/** What a source of rows has to offer to be ingested. */
@NullMarked
package io.snowpull.runtime.source;

import org.jspecify.annotations.NullMarked;
