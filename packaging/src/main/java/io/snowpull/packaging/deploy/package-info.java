/**
 * Sends the packaged application to an account over JDBC, and installs, upgrades and removes it.
 */
@NullMarked
package io.snowpull.packaging.deploy;

import org.jspecify.annotations.NullMarked;
