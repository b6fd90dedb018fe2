/** A local account for the tests of whatever talks to Snowflake from Java. */
@NullMarked
package io.snowpull.local.junit;

import org.jspecify.annotations.NullMarked;
