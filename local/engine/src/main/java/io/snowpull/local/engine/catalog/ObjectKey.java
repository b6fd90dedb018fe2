package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.Comparator;

/**
 * What identifies an object: its name space, its full name, and for procedures and functions the
 * argument types, as in {@code (VARCHAR, NUMBER)}; empty for all others.
 */
public record ObjectKey(ObjectKind kind, QualifiedName name, String signature)
    implements Comparable<ObjectKey> {

  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::name)
          .thenComparing(ObjectKey::signature);

  public ObjectKey {
    kind = nameSpace(kind);
    if (name.parts().size() != nameParts(kind)) {
      throw new IllegalArgumentException(kind + " has " + nameParts(kind) + " parts: " + name);
    }
  }

  /** How many parts a full name of this kind has. */
  public static int nameParts(ObjectKind kind) {
    return switch (kind) {
      case ROLE, USER, WAREHOUSE, INTEGRATION, APPLICATION_PACKAGE, APPLICATION, DATABASE -> 1;
      case SCHEMA, APPLICATION_ROLE, DATABASE_ROLE -> 2;
      default -> 3;
    };
  }

  /** Tables and views share one name space, as all other kinds have their own. */
  static ObjectKind nameSpace(ObjectKind kind) {
    return kind == ObjectKind.VIEW ? ObjectKind.TABLE : kind;
  }

  public static ObjectKey of(ObjectKind kind, QualifiedName name) {
    return new ObjectKey(kind, name, "");
  }

  public static ObjectKey of(ObjectKind kind, String... name) {
    return new ObjectKey(kind, QualifiedName.of(name), "");
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name.toSql() + signature;
  }
}
