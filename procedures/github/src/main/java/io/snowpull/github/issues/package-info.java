/** The issues of a repository as a source of rows. */
@NullMarked
package io.snowpull.github.issues;

import org.jspecify.annotations.NullMarked;
