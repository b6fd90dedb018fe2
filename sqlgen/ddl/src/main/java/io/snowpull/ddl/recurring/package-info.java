/**
 * The statements that every run sends, rendered when the build runs.
 *
 * <p>Loading jOOQ takes most of a second in a fresh JVM, which a procedure of Snowflake's pays with
 * each call. So {@link io.snowpull.ddl.recurring.RecurringStatement} reads texts that were rendered
 * before, and nothing it refers to refers to jOOQ.
 */
@NullMarked
package io.snowpull.ddl.recurring;

import org.jspecify.annotations.NullMarked;
