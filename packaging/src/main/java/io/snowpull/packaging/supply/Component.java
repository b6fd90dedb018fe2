package io.snowpull.packaging.supply;

import java.util.List;

/**
 * One library in the application's jar.
 *
 * @param group Maven's group, such as {@code org.jooq}
 * @param licences SPDX identifiers, or names where the library gives no identifier; any one of them
 *     may be chosen
 */
public record Component(String group, String name, String version, List<String> licences) {

  private static final String OWN = "io.snowpull";

  /** Whether this is one of our own modules. */
  public boolean own() {
    return group.equals(OWN);
  }

  /** The name that Maven gives the library's file. */
  public String fileName() {
    return name + "-" + version + ".jar";
  }

  @Override
  public String toString() {
    return group + ":" + name + ":" + version;
  }
}
