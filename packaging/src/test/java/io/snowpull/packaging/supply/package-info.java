@NullMarked
package io.snowpull.packaging.supply;

import org.jspecify.annotations.NullMarked;
