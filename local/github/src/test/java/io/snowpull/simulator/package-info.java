/** Tests over real HTTP. */
@NullMarked
package io.snowpull.simulator;

import org.jspecify.annotations.NullMarked;
