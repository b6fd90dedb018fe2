/** Who may see and use which object. */
@NullMarked
package io.snowpull.local.engine.access;

import org.jspecify.annotations.NullMarked;
