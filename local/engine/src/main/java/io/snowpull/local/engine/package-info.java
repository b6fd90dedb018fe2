@NullMarked
package io.snowpull.local.engine;

import org.jspecify.annotations.NullMarked;
