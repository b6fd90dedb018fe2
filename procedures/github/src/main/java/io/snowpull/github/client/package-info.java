/** Talking to GitHub's REST API: the only user of the network. */
@NullMarked
package io.snowpull.github.client;

import org.jspecify.annotations.NullMarked;
