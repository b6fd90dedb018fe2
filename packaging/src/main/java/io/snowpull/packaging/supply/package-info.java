/** What the package is made of: its libraries, their licences and notices, and its checksums. */
@NullMarked
package io.snowpull.packaging.supply;

import org.jspecify.annotations.NullMarked;
