@NullMarked
package io.snowpull.local.junit;

import org.jspecify.annotations.NullMarked;
