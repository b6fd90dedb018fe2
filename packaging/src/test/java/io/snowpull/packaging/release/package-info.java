@NullMarked
package io.snowpull.packaging.release;

import org.jspecify.annotations.NullMarked;
