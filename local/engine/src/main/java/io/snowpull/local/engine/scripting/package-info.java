/** Interprets Snowflake Scripting: anonymous blocks and the bodies of LANGUAGE SQL procedures. */
@NullMarked
package io.snowpull.local.engine.scripting;

import org.jspecify.annotations.NullMarked;
