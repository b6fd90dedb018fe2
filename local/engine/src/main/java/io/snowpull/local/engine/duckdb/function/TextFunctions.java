package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Text and hash functions that DuckDB lacks. */
final class TextFunctions {

  private static final String INITCAP_DELIMITERS = " \t\n\r\f!?@\"^#$&~_,.:;+-*%/|\\[](){}<>";

  private TextFunctions() {}

  static List<JavaFunction> all() {
    return List.of(
        JavaFunction.strict(
            "sf_initcap", Kind.TEXT, texts(2), a -> initcap(text(a[0]), text(a[1]))),
        JavaFunction.strict("sf_initcap_delimiters", Kind.TEXT, List.of(), a -> INITCAP_DELIMITERS),
        JavaFunction.strict(
            "sf_translate",
            Kind.TEXT,
            texts(3),
            a -> translate(text(a[0]), text(a[1]), text(a[2]))),
        JavaFunction.strict("sf_soundex", Kind.TEXT, texts(1), a -> soundex(text(a[0]))),
        JavaFunction.strict(
            "sf_sha2", Kind.TEXT, List.of(Kind.TEXT, Kind.LONG), a -> sha2(text(a[0]), text(a[1]))),
        JavaFunction.strict("sf_uuid", Kind.TEXT, texts(2), a -> uuid(text(a[0]), text(a[1]))),
        JavaFunction.strict(
            "sf_parse_url",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.LONG),
            a -> url(text(a[0]), text(a[1]))),
        JavaFunction.strict("sf_binary_hex", Kind.TEXT, texts(2), a -> hex(text(a[0]), text(a[1]))),
        JavaFunction.strict(
            "sf_format_binary", Kind.TEXT, texts(2), a -> formatBinary(text(a[0]), text(a[1]))),
        JavaFunction.strict("sf_fail", Kind.TEXT, texts(3), TextFunctions::fail),
        JavaFunction.texts("sf_hash", Kind.LONG, TextFunctions::hash));
  }

  /** DuckDB's own error(..) counts as volatile and so may not stand in PARTITION BY. */
  private static String fail(@Nullable Object[] a) {
    throw new SnowflakeException(text(a[0]), text(a[1]), text(a[2]));
  }

  private static List<Kind> texts(int count) {
    return java.util.Collections.nCopies(count, Kind.TEXT);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static String initcap(String text, String delimiters) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
      start = delimiters.indexOf(c) >= 0;
    }
    return out.toString();
  }

  private static String translate(String text, String from, String to) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = from.indexOf(text.charAt(i));
      if (at < 0) {
        out.append(text.charAt(i));
      } else if (at < to.length()) {
        out.append(to.charAt(at));
      }
    }
    return out.toString();
  }

  private static String soundex(String text) {
    String codes = "01230120022455012623010202";
    String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    if (letters.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(letters.substring(0, 1));
    char last = codes.charAt(letters.charAt(0) - 'A');
    for (int i = 1; i < letters.length() && out.length() < 4; i++) {
      char letter = letters.charAt(i);
      char code = codes.charAt(letter - 'A');
      if (code != '0' && code != last) {
        out.append(code);
      }
      if (letter != 'H' && letter != 'W') {
        last = code;
      }
    }
    return out.append("0".repeat(4 - out.length())).toString();
  }

  private static String sha2(String text, String bits) {
    if (!List.of("224", "256", "384", "512", "0").contains(bits)) {
      throw SnowflakeException.compilationError("Invalid SHA2 digest size " + bits + ".");
    }
    return digest(
        "SHA-" + (bits.equals("0") ? "256" : bits), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A version 5 UUID. */
  private static String uuid(String namespace, String name) {
    byte[] prefix = HexFormat.of().parseHex(namespace.replace("-", ""));
    byte[] tail = name.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(prefix, prefix.length + tail.length);
    System.arraycopy(tail, 0, all, prefix.length, tail.length);
    byte[] hash = HexFormat.of().parseHex(digest("SHA-1", all));
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(hash);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  private static String url(String text, String permissive) {
    Map<String, @Nullable Object> parts = new TreeMap<>();
    try {
      URI uri = new URI(text);
      if (uri.getScheme() == null) {
        throw new URISyntaxException(text, "scheme not specified");
      }
      parts.put("scheme", uri.getScheme());
      parts.put("host", uri.getHost());
      parts.put("port", uri.getPort() < 0 ? null : Integer.toString(uri.getPort()));
      String path = uri.getRawPath();
      parts.put("path", path == null || path.isEmpty() ? null : path.substring(1));
      parts.put("query", uri.getRawQuery());
      parts.put("fragment", uri.getRawFragment());
      Map<String, @Nullable Object> parameters = new TreeMap<>();
      if (uri.getRawQuery() != null) {
        for (String pair : uri.getRawQuery().split("&")) {
          String[] both = pair.split("=", 2);
          parameters.put(both[0], both.length > 1 ? both[1] : "");
        }
      }
      parts.put("parameters", parameters.isEmpty() ? null : parameters);
      return JsonText.write(parts);
    } catch (URISyntaxException e) {
      if (permissive.equals("1")) {
        return JsonText.write(new TreeMap<>(Map.of("error", e.getReason())));
      }
      throw new SnowflakeException("100139", "22000", "Error parsing URL: " + e.getReason());
    }
  }

  private static String hex(String text, String format) {
    return switch (format.toUpperCase(Locale.ROOT)) {
      case "HEX" -> text;
      case "BASE64" -> HexFormat.of().formatHex(Base64.getDecoder().decode(text));
      case "UTF-8", "UTF8" -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
      default ->
          throw SnowflakeException.compilationError("Invalid binary format '" + format + "'.");
    };
  }

  private static String formatBinary(String hex, String format) {
    byte[] bytes = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    return switch (format.toUpperCase(Locale.ROOT)) {
      case "HEX" -> hex;
      case "BASE64" -> Base64.getEncoder().encodeToString(bytes);
      case "UTF-8", "UTF8" -> new String(bytes, StandardCharsets.UTF_8);
      default ->
          throw SnowflakeException.compilationError("Invalid binary format '" + format + "'.");
    };
  }

  /** 64 bits that depend on all values and their order; not Snowflake's own hash. */
  private static Long hash(@Nullable Object[] values) {
    long hash = 0xcbf29ce484222325L;
    for (Object value : values) {
      String text = value == null ? "\u0000" : value.toString();
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0x1f) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
