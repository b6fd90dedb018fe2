/**
 * The tables in which every connector keeps its configuration and state; {@code libraryTables} of
 * an application names them.
 */
@NullMarked
package io.snowpull.runtime.tables;

import org.jspecify.annotations.NullMarked;
