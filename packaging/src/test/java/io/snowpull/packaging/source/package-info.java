/** What the sources of the application and of its deployment must not hold. */
@NullMarked
package io.snowpull.packaging.source;

import org.jspecify.annotations.NullMarked;
