package io.snowpull.local.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the account asks a worker for; a worker answers one request before it reads the next. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallRequest.class, name = "call"),
  @JsonSubTypes.Type(value = WarmUpRequest.class, name = "warm-up")
})
public sealed interface WorkerRequest permits CallRequest, WarmUpRequest {}
