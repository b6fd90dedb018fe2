/** Reading a source's API over HTTP. */
@NullMarked
package io.snowpull.runtime.http;

import org.jspecify.annotations.NullMarked;
