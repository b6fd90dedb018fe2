@NullMarked
package io.snowpull.packaging;

import org.jspecify.annotations.NullMarked;
