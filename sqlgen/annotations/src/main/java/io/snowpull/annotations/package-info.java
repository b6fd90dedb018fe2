@NullMarked
package io.snowpull.annotations;

import org.jspecify.annotations.NullMarked;
