/** Tests of the package's rules on folders made for them. */
@NullMarked
package io.snowpull.packaging.approval;

import org.jspecify.annotations.NullMarked;
