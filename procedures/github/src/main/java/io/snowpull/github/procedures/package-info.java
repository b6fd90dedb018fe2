/** The stored procedures of the connector and the tables that they keep their state in. */
@NullMarked
package io.snowpull.github.procedures;

import org.jspecify.annotations.NullMarked;
