/**
 * The local account as a whole: configuration, start, lock of the data directory, and the
 * connection file.
 */
@NullMarked
package io.snowpull.local.engine.account;

import org.jspecify.annotations.NullMarked;
