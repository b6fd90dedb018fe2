@NullMarked
package io.snowpull.integration;

import org.jspecify.annotations.NullMarked;
