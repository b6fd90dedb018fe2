/** Making the connector ready: its connection, its database, its configuration. */
@NullMarked
package io.snowpull.runtime.provisioning;

import org.jspecify.annotations.NullMarked;
