/** What a procedure may reach outside the account, by its integrations and secrets. */
@NullMarked
package io.snowpull.local.engine.egress;

import org.jspecify.annotations.NullMarked;
