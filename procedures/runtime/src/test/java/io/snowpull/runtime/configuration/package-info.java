@NullMarked
package io.snowpull.runtime.configuration;

import org.jspecify.annotations.NullMarked;
