package io.snowpull.local.worker.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Decides on connections by host and port. */
final class NetworkRule {
  private final HostPort account;
  private final List<HostPort> egress;

  NetworkRule(CallLimits limits) {
    this.account = limits.account();
    this.egress = limits.egress();
  }

  boolean isAccount(String host, int port) {
    return host.equalsIgnoreCase(account.host()) && (port < 0 || account.allowsPort(port));
  }

  /** Whether the name may be looked up. */
  boolean allowsLookup(String host) {
    return egress.stream().anyMatch(target -> target.host().equalsIgnoreCase(host));
  }

  /**
   * Whether an integration allows the target. Connections arrive here by address after the look-up
   * by name, hence the second comparison; with a security manager the JVM keeps every look-up for
   * good, so both see the same addresses.
   */
  boolean allows(String host, int port) {
    String wanted = host.toLowerCase(Locale.ROOT);
    return egress.stream()
        .filter(target -> target.allowsPort(port))
        .anyMatch(target -> target.host().equals(wanted) || hasAddress(target.host(), wanted));
  }

  List<HostPort> egress() {
    return egress;
  }

  private static boolean hasAddress(String name, String address) {
    try {
      return Arrays.stream(InetAddress.getAllByName(name))
          .anyMatch(known -> known.getHostAddress().equals(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
