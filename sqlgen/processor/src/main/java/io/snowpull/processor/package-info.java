@NullMarked
package io.snowpull.processor;

import org.jspecify.annotations.NullMarked;
