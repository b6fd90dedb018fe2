@NullMarked
package io.snowpull.runtime.sql;

import org.jspecify.annotations.NullMarked;
