/** A library of tables, as classes on the class path: sources have comments, classes have none. */
@NullMarked
package io.snowpull.processor.library;

import org.jspecify.annotations.NullMarked;
