@NullMarked
package io.snowpull.runtime.enabling;

import org.jspecify.annotations.NullMarked;
