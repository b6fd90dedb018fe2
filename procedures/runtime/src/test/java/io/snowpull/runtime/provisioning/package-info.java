@NullMarked
package io.snowpull.runtime.provisioning;

import org.jspecify.annotations.NullMarked;
