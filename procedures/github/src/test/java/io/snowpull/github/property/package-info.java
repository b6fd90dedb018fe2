@NullMarked
package io.snowpull.github.property;

import org.jspecify.annotations.NullMarked;
