@NullMarked
package io.snowpull.runtime.http;

import org.jspecify.annotations.NullMarked;
