/**
 * What belongs to one client session: context, parameters, variables, transaction, tokens and query
 * history.
 */
@NullMarked
package io.snowpull.local.engine.session;

import org.jspecify.annotations.NullMarked;
