package io.snowpull.github.issues;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.json.Json;

/**
 * What a first load is going to take, roughly.
 *
 * @param count the issues that there are to read
 * @param concurrency requests at once
 */
public record LoadEstimate(IssueCount count, int concurrency) {
  /** Windows of a first load overlap by about a row each; measured, docs/benchmarks.md. */
  private static final double REQUESTS_A_PAGE = 1.05;

  private static final int REQUESTS_BESIDES = 5;

  /** Pages of 30 were recorded to take 0.65 s each; larger ones take longer. */
  private static final double SECONDS_A_REQUEST = 1;

  /** Recorded issues have 2.9 KB (2020) to 4.9 KB (2025), a seventh of it on the network. */
  private static final double BYTES_AN_ISSUE = 4_000;

  private static final double COMPRESSION = 7;

  public long requests() {
    long pages = (count.issues() + IssuesSource.LARGEST_PAGE - 1) / IssuesSource.LARGEST_PAGE;
    return pages <= 1 ? 1 : (long) Math.ceil(pages * REQUESTS_A_PAGE) + REQUESTS_BESIDES;
  }

  /** As a document with {@code issues, exact, requests, minutes, megabytes, megabytes_received}. */
  public ObjectNode toJson() {
    double megabytes = count.issues() * BYTES_AN_ISSUE / 1e6;
    return Json.object()
        .put("issues", count.issues())
        .put("exact", count.exact())
        .put("requests", requests())
        .put("minutes", rounded(requests() * SECONDS_A_REQUEST / concurrency / 60))
        .put("megabytes", rounded(megabytes))
        .put("megabytes_received", rounded(megabytes / COMPRESSION));
  }

  private static double rounded(double number) {
    return Math.ceil(number * 10) / 10;
  }
}
