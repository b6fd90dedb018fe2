@NullMarked
package io.snowpull.github.issues;

import org.jspecify.annotations.NullMarked;
