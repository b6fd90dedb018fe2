/** The connector's only way to the account: fixed statements with bound values. */
@NullMarked
package io.snowpull.runtime.sql;

import org.jspecify.annotations.NullMarked;
