package io.snowpull.local.engine.protocol;

import io.snowpull.local.engine.execution.QueryService;
import io.snowpull.local.engine.session.Logins;
import io.snowpull.local.engine.session.SessionRegistry;
import java.time.Duration;

/**
 * What the protocol stands on.
 *
 * @param slowAfter how long a request waits for its query before the client is told to ask again
 */
public record ProtocolServices(
    Logins logins, SessionRegistry sessions, QueryService queries, Duration slowAfter) {}
