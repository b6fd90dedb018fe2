/** Checks on a packaged folder, whoever made it. */
@NullMarked
package io.snowpull.packaging.inspection;

import org.jspecify.annotations.NullMarked;
