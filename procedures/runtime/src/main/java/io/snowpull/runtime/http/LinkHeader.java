package io.snowpull.runtime.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Link header (RFC 8288) as far as paging needs it. */
public final class LinkHeader {
  private static final Pattern LINK =
      Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^,;\"]+(?:\"[^\"]*\")?)*)");
  private static final Pattern REL =
      Pattern.compile(
          "(?:^|;)\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

  private LinkHeader() {}

  /** The target of {@code rel="next"}; empty when no link has it. */
  public static Optional<String> next(List<String> headers) {
    return target(headers, "next");
  }

  /** The target of a relation, such as {@code last}; empty when no link has it. */
  public static Optional<String> target(List<String> headers, String relation) {
    for (String header : headers) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (has(link.group(2), relation)) {
          return Optional.of(link.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean has(String parameters, String relation) {
    Matcher rel = REL.matcher(parameters);
    if (!rel.find()) {
      return false;
    }
    String relations = rel.group(1) == null ? rel.group(2) : rel.group(1);
    return List.of(relations.toLowerCase(Locale.ROOT).strip().split("\\s+")).contains(relation);
  }
}
