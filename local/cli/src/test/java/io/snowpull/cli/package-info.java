/** Tests of the command line. */
@NullMarked
package io.snowpull.cli;

import org.jspecify.annotations.NullMarked;
