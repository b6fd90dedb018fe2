package io.snowpull.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The opaque value of {@code after}: the sort key and id of the last issue of a page. */
record PageCursor(long key, long id) {
  private static final Pattern FORM = Pattern.compile("cursor:v2:(-?\\d{1,18}):(\\d{1,18})");

  String encoded() {
    String text = "cursor:v2:" + key + ":" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static PageCursor decoded(String value) {
    Matcher form = FORM.matcher(text(value));
    if (!form.matches()) {
      throw new InvalidParameterException("after", value);
    }
    return new PageCursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
  }

  private static String text(String value) {
    try {
      return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException("after", value);
    }
  }
}
