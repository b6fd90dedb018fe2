package io.snowpull.packaging.supply;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The notices and licences that libraries carry in their jars. */
final class LicenceTexts {

  private static final Pattern FILE =
      Pattern.compile("META-INF/[^/]*(notice|licen[cs]e)[^/]*", Pattern.CASE_INSENSITIVE);

  /** The licence's own text is in the repository once; each library brings it again. */
  private static final String APACHE = "TERMS AND CONDITIONS FOR USE, REPRODUCTION";

  private final Map<String, Path> jars;

  private LicenceTexts(Map<String, Path> jars) {
    this.jars = jars;
  }

  /** The texts in the jars that a class loader reads. */
  static LicenceTexts of(ClassLoader loader) throws IOException {
    Map<String, Path> jars = new TreeMap<>();
    for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        Path path = Path.of(jar.getJarFile().getName());
        jars.putIfAbsent(String.valueOf(path.getFileName()), path);
      }
    }
    return new LicenceTexts(jars);
  }

  /**
   * A library's texts, in the order of their files' names, without the text of the Apache Licence.
   *
   * @throws IOException when its jar is not on the class path
   */
  List<String> of(Component component) throws IOException {
    Path jar = jars.get(component.fileName());
    if (jar == null) {
      throw new IOException(
          component.fileName() + " is not on the class path: its notices cannot be read");
    }
    List<String> texts = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> entries =
          file.stream()
              .filter(entry -> FILE.matcher(entry.getName()).matches())
              .sorted((one, other) -> one.getName().compareTo(other.getName()))
              .toList();
      for (JarEntry entry : entries) {
        try (InputStream in = file.getInputStream(entry)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          if (!text.contains(APACHE)) {
            texts.add(text.replace("\r\n", "\n").strip());
          }
        }
      }
    }
    return texts;
  }
}
