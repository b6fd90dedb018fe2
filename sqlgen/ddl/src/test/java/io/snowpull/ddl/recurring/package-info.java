@NullMarked
package io.snowpull.ddl.recurring;

import org.jspecify.annotations.NullMarked;
