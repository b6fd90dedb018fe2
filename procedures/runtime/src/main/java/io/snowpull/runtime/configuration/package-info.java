/** What the administrator decided when the connector was provisioned. */
@NullMarked
package io.snowpull.runtime.configuration;

import org.jspecify.annotations.NullMarked;
