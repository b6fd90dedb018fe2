@NullMarked
package io.snowpull.examples.gitlab;

import org.jspecify.annotations.NullMarked;
