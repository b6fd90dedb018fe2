package io.snowpull.local.worker.sandbox;

import java.util.Locale;

/** A network target; port 0 stands for every port. */
public record HostPort(String host, int port) {
  /** The port of a network rule's entry that names none. */
  private static final int HTTPS = 443;

  public HostPort {
    host = host.toLowerCase(Locale.ROOT);
  }

  /** Reads {@code host} or {@code host:port}. */
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 0
        ? new HostPort(text, HTTPS)
        : new HostPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  boolean allowsPort(int wanted) {
    return port == 0 || port == wanted;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
