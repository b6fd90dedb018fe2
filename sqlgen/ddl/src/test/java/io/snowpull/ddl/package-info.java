@NullMarked
package io.snowpull.ddl;

import org.jspecify.annotations.NullMarked;
