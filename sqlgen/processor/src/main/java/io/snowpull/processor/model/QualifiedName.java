package io.snowpull.processor.model;

import java.util.Comparator;

/** A name inside a schema of the application. */
public record QualifiedName(Identifier schema, Identifier name)
    implements Comparable<QualifiedName> {

  private static final Comparator<QualifiedName> ORDER =
      Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

  /** Reads {@code SCHEMA.NAME}; a text without exactly one dot gives an empty schema. */
  public static QualifiedName parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new QualifiedName(new Identifier(""), new Identifier(text))
        : new QualifiedName(
            new Identifier(text.substring(0, dot)), new Identifier(text.substring(dot + 1)));
  }

  @Override
  public int compareTo(QualifiedName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }
}
