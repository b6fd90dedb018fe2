@NullMarked
package io.snowpull.runtime.source;

import org.jspecify.annotations.NullMarked;
