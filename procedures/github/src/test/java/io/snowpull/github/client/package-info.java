@NullMarked
package io.snowpull.github.client;

import org.jspecify.annotations.NullMarked;
