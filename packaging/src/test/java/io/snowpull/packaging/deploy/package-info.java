/** What a deployment sends, without an account. */
@NullMarked
package io.snowpull.packaging.deploy;

import org.jspecify.annotations.NullMarked;
