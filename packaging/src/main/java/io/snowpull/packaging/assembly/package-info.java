/** Lays out the folder that is deployed: one fixed list of files, copied into a wiped directory. */
@NullMarked
package io.snowpull.packaging.assembly;

import org.jspecify.annotations.NullMarked;
