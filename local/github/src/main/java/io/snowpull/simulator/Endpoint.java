package io.snowpull.simulator;

import java.util.regex.MatchResult;

/** Answers the requests of one route. */
interface Endpoint {
  /** Groups of {@code path} are the route's variables, in order. */
  Response answer(Request request, MatchResult path);
}
