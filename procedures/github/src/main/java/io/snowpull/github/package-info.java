@NullMarked
package io.snowpull.github;

import org.jspecify.annotations.NullMarked;
