/** Tests of the review of a change. */
@NullMarked
package io.snowpull.packaging.review;

import org.jspecify.annotations.NullMarked;
