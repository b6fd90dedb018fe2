@NullMarked
package io.snowpull.runtime;

import org.jspecify.annotations.NullMarked;
