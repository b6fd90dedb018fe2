/** What a procedure's code may reach: its own jars, its scratch directory, its allowed hosts. */
@NullMarked
package io.snowpull.local.worker.sandbox;

import org.jspecify.annotations.NullMarked;
