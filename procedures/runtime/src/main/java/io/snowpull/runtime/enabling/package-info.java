/** Making a resource ready: its name, its table and view, its task. */
@NullMarked
package io.snowpull.runtime.enabling;

import org.jspecify.annotations.NullMarked;
