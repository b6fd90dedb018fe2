/** An SLF4J provider that hands what procedures log to the account. */
@NullMarked
package io.snowpull.local.worker.logging;

import org.jspecify.annotations.NullMarked;
