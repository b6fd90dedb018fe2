/** The messages between the local account and a procedure worker, and how they are framed. */
@NullMarked
package io.snowpull.local.worker.protocol;

import org.jspecify.annotations.NullMarked;
