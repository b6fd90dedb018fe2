/** The views in which people see how a connector stands. */
@NullMarked
package io.snowpull.ddl.monitoring;

import org.jspecify.annotations.NullMarked;
