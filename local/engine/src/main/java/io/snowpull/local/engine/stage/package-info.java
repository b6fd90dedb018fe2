/** Internal stages as directories, and the commands that move files into and out of them. */
@NullMarked
package io.snowpull.local.engine.stage;

import org.jspecify.annotations.NullMarked;
