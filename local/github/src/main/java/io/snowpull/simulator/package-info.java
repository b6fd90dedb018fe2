/**
 * GitHub's issues API on the loopback interface, for tests, benchmarks and runs without a token.
 */
@NullMarked
package io.snowpull.simulator;

import org.jspecify.annotations.NullMarked;
