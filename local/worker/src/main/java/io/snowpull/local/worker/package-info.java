@NullMarked
package io.snowpull.local.worker;

import org.jspecify.annotations.NullMarked;
