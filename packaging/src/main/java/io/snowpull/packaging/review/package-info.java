/** What a change of the declarations does to every application that is installed. */
@NullMarked
package io.snowpull.packaging.review;

import org.jspecify.annotations.NullMarked;
