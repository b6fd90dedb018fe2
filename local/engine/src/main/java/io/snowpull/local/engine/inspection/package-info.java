/** SHOW, DESCRIBE, INFORMATION_SCHEMA and GET_DDL: the catalog as rows. */
@NullMarked
package io.snowpull.local.engine.inspection;

import org.jspecify.annotations.NullMarked;
