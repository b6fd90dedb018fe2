package io.snowpull.packaging.supply;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The package's NOTICE: whose work it carries and on what terms. */
public final class Notice {

  /** Its name in the package. */
  public static final String FILE = "NOTICE";

  private static final String RULE = "-".repeat(78);

  private Notice() {}

  /**
   * Renders it; the same for the same libraries.
   *
   * @param loader reads the libraries' jars
   * @throws IOException when a library's jar is not there
   */
  public static String of(BillOfMaterials bill, ClassLoader loader) throws IOException {
    LicenceTexts texts = LicenceTexts.of(loader);
    StringBuilder notice =
        new StringBuilder(
            "Snowpull\n\nThis package is licensed under the Apache License, Version 2.0\n"
                + "(https://www.apache.org/licenses/LICENSE-2.0). It contains these libraries:\n");
    List<Component> libraries =
        bill.libraries().stream().sorted(Comparator.comparing(Component::toString)).toList();
    for (Component library : libraries) {
      notice.append('\n').append(RULE).append('\n').append(library).append('\n');
      notice.append("Licence: ").append(String.join(" or ", library.licences())).append('\n');
      for (String text : texts.of(library)) {
        notice.append('\n').append(text).append('\n');
      }
    }
    return notice.toString();
  }
}
