package io.snowpull.runtime.http;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where the API of a source answers; its token is sent there and nowhere else.
 *
 * @param uri without a trailing slash
 */
public record BaseUrl(URI uri) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Checks an address from a person.
   *
   * @param examples what it may be, for the error: {@code https://<host>/api of ...}
   * @throws ConnectorException API_BASE_URL_INVALID unless it is https, or http on loopback
   */
  public static BaseUrl of(String text, String examples) {
    URI uri;
    try {
      uri = new URI(text.strip().replaceFirst("/+$", ""));
    } catch (URISyntaxException e) {
      throw invalid(text, "is not an address", examples);
    }
    if (uri.getHost() == null
        || uri.getScheme() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null) {
      throw invalid(
          uri.getRawUserInfo() == null ? text : "(with credentials)",
          "is not an address",
          examples);
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean loopback = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
      throw invalid(text, "would send the token unencrypted", examples);
    }
    return new BaseUrl(uri);
  }

  private static ConnectorException invalid(String text, String why, String examples) {
    return new ConnectorException(
        RuntimeError.API_BASE_URL_INVALID,
        "Configuration key 'api_base_url' is '"
            + text
            + "', which "
            + why
            + ". Use "
            + examples
            + ".");
  }

  /** The address of a path, which starts with a slash and is encoded already. */
  public URI resolve(String pathAndQuery) {
    return URI.create(uri + pathAndQuery);
  }

  /** Whether the address has this API's scheme, host and port, so that it may see the token. */
  public boolean covers(URI address) {
    return uri.getScheme().equalsIgnoreCase(address.getScheme())
        && uri.getHost().equalsIgnoreCase(address.getHost())
        && port(uri) == port(address)
        && address.getRawUserInfo() == null;
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }
}
