package io.snowpull.runtime.http;

import java.io.IOException;
import java.net.http.HttpRequest;

/** Sends one request and waits for all of its answer. Thread-safe. */
public interface HttpTransport {
  /**
   * @throws IOException when there is no complete answer in time
   */
  HttpAnswer send(HttpRequest request) throws IOException, InterruptedException;
}
