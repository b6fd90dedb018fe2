/** The command line: what {@code ./snowpull} runs. */
@NullMarked
package io.snowpull.cli;

import org.jspecify.annotations.NullMarked;
