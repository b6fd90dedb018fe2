package io.snowpull.local.worker.protocol;

/** Opens and closes a session, so that the first call does not pay for loading Snowpark. */
public record WarmUpRequest(SessionTarget session) implements WorkerRequest {}
