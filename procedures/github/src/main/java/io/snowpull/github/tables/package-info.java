/** The tables in which the connector keeps its configuration and state. */
@NullMarked
package io.snowpull.github.tables;

import org.jspecify.annotations.NullMarked;
