/** What no statement may do: break the protocol, hang, or reach out of the account. */
@NullMarked
package io.snowpull.local.engine.safety;

import org.jspecify.annotations.NullMarked;
