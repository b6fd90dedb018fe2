@NullMarked
package io.snowpull.runtime.resource;

import org.jspecify.annotations.NullMarked;
