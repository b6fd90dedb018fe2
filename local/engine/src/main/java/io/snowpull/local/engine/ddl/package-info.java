/**
 * Databases, schemas, tables, views and what else lives in a schema: CREATE, ALTER, DROP, COMMENT.
 */
@NullMarked
package io.snowpull.local.engine.ddl;

import org.jspecify.annotations.NullMarked;
