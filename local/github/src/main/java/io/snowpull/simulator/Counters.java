package io.snowpull.simulator;

/**
 * What a simulator has been asked for since it started.
 *
 * @param requests every request, whatever its answer
 * @param notModified answers 304
 * @param refused answers 4xx and 5xx
 * @param bodyBytes bytes of bodies on the wire, compressed where the client accepts it
 * @param mostAtOnce largest number of requests that were open at the same time
 * @param overlapping requests that came while another one was open
 * @param early requests that came before the time at which an earlier answer allowed the next
 * @param withToken requests that carried a token: leaks, on a simulator that stands for a host
 *     which no client should trust
 */
public record Counters(
    long requests,
    long notModified,
    long refused,
    long bodyBytes,
    int mostAtOnce,
    long overlapping,
    long early,
    long withToken) {}
