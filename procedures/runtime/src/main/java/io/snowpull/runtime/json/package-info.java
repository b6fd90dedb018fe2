/** Reading and writing the JSON of configuration, resources and state. */
@NullMarked
package io.snowpull.runtime.json;

import org.jspecify.annotations.NullMarked;
