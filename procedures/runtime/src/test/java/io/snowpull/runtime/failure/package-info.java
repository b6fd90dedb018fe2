@NullMarked
package io.snowpull.runtime.failure;

import org.jspecify.annotations.NullMarked;
