package io.snowpull.github.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where GitHub's REST API answers; the token is sent there and nowhere else.
 *
 * @param uri without a trailing slash
 */
public record ApiBaseUrl(URI uri) {
  /** The public API. */
  public static final ApiBaseUrl GITHUB_COM = new ApiBaseUrl(URI.create("https://api.github.com"));

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Checks an address from a person.
   *
   * @throws GitHubException API_BASE_URL_INVALID unless it is https, or http on loopback
   */
  public static ApiBaseUrl of(String text) {
    URI uri;
    try {
      uri = new URI(text.strip().replaceFirst("/+$", ""));
    } catch (URISyntaxException e) {
      throw invalid(text, "is not an address");
    }
    if (uri.getHost() == null
        || uri.getScheme() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null) {
      throw invalid(
          uri.getRawUserInfo() == null ? text : "(with credentials)", "is not an address");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean loopback = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
      throw invalid(text, "would send the token unencrypted");
    }
    return new ApiBaseUrl(uri);
  }

  private static GitHubException invalid(String text, String why) {
    return GitHubException.of(
        GitHubError.API_BASE_URL_INVALID,
        "Configuration key 'api_base_url' is '"
            + text
            + "', which "
            + why
            + ". Use https://<host>/api/v3 of a GitHub Enterprise Server, http://127.0.0.1:<port> of"
            + " a simulator, or leave it out for api.github.com.");
  }

  /** The address of a path, which starts with a slash and is encoded already. */
  URI resolve(String pathAndQuery) {
    return URI.create(uri + pathAndQuery);
  }

  /** Whether the address has this API's scheme, host and port, so that it may see the token. */
  boolean covers(URI address) {
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
