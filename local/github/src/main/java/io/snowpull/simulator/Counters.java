package io.snowpull.simulator;

/**
 * What a simulator has been asked for since it started.
 *
 * @param requests every request, whatever its answer
 * @param notModified answers 304
 * @param refused answers 4xx and 5xx
 * @param bodyBytes bytes of bodies on the wire, compressed where the client accepts it
 * @param mostAtOnce largest number of requests that were open at the same time
 */
public record Counters(
    long requests, long notModified, long refused, long bodyBytes, int mostAtOnce) {}
