@NullMarked
package io.snowpull.runtime.connector;

import org.jspecify.annotations.NullMarked;
