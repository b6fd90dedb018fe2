package io.snowpull.packaging.supply;

import java.util.Set;
import java.util.TreeSet;

/** The licences under which a library may be part of the package. */
public final class Licences {

  /** Permissive ones: none asks a consumer of the application to publish anything. */
  private static final Set<String> ALLOWED =
      new TreeSet<>(
          Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0"));

  private Licences() {}

  /** Whether one of the component's licences is on the list. */
  public static boolean allow(Component component) {
    return component.licences().stream().anyMatch(ALLOWED::contains);
  }

  /** The list, for messages. */
  public static String allowed() {
    return String.join(", ", ALLOWED);
  }
}
