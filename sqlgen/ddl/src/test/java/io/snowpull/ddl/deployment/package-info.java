@NullMarked
package io.snowpull.ddl.deployment;

import org.jspecify.annotations.NullMarked;
