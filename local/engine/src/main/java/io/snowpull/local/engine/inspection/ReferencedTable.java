package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** What table a foreign key means: names as written, completed by the referencing table's own. */
final class ReferencedTable {

  private ReferencedTable() {}

  static QualifiedName of(List<String> written, QualifiedName from) {
    List<String> parts = new ArrayList<>(written);
    while (parts.size() < 3) {
      parts.add(0, from.parts().get(2 - parts.size()));
    }
    return new QualifiedName(parts);
  }
}
