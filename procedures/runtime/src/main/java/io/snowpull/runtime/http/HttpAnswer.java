package io.snowpull.runtime.http;

import java.net.http.HttpHeaders;

/**
 * What came back, as it came.
 *
 * @param body the body as it was sent, still compressed if it was
 */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {}
