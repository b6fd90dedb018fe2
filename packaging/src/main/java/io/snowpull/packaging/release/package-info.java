/** Makes a release: the version in its places, tag, package, checksums, signature and notes. */
@NullMarked
package io.snowpull.packaging.release;

import org.jspecify.annotations.NullMarked;
