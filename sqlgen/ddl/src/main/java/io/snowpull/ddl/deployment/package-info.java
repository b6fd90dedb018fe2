/**
 * The statements that bring an application into an account and out of it again.
 *
 * <p>They are run by people with their account's rights, so they are made to be read: names stand
 * without quotes, and those that would need some are refused.
 */
@NullMarked
package io.snowpull.ddl.deployment;

import org.jspecify.annotations.NullMarked;
