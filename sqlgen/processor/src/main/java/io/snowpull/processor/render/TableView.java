package io.snowpull.processor.render;

import io.snowpull.processor.model.ColumnDefaults;
import io.snowpull.processor.model.ColumnDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import io.snowpull.processor.model.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A state table as the setup script shows it, its columns in line. */
record TableView(
    QualifiedName name,
    List<Listed<ColumnView>> columns,
    List<List<Listed<Identifier>>> cluster,
    String comment,
    List<ColumnView> added,
    List<Identifier> readers) {

  /** A column; the clauses after its type are separated by one space each. */
  record ColumnView(
      Identifier column, Layout namePadding, SqlType type, List<ClauseView> clauses) {}

  /** A clause: fixed words, and a literal after them: none or one. */
  record ClauseView(Layout space, Layout words, List<Object> literal) {}

  static TableView of(TableDefinition table) {
    List<ColumnDefinition> first =
        table.columns().stream().filter(column -> column.addedIn().isEmpty()).toList();
    int name = width(first.stream().map(column -> column.name().value()).toList());
    int type = width(first.stream().map(column -> column.type().text()).toList());
    return new TableView(
        table.name(),
        Listed.of(first.stream().map(column -> view(column, name, type)).toList()),
        table.clusterBy().isEmpty() ? List.of() : List.of(Listed.of(table.clusterBy())),
        table.comment(),
        table.columns().stream()
            .filter(column -> !column.addedIn().isEmpty())
            .map(column -> view(column, 0, 0))
            .toList(),
        table.readableBy());
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static ColumnView view(ColumnDefinition column, int nameWidth, int typeWidth) {
    List<ClauseView> clauses = new ArrayList<>();
    Layout space = Layout.padding(column.type().text(), typeWidth + 1);
    if (column.defaultExpression() != ColumnDefaults.NONE) {
      clauses.add(
          new ClauseView(space, new Layout(column.defaultExpression().clause()), literal(column)));
    }
    if (column.notNull()) {
      clauses.add(
          new ClauseView(
              clauses.isEmpty() ? space : new Layout(" "), new Layout("NOT NULL"), List.of()));
    }
    return new ColumnView(
        column.name(),
        Layout.padding(column.name().value(), nameWidth + 1),
        column.type(),
        clauses);
  }

  private static List<Object> literal(ColumnDefinition column) {
    if (column.defaultExpression() != ColumnDefaults.LITERAL) {
      return List.of();
    }
    return List.of(
        column.type().text().startsWith("VARCHAR")
            ? column.literal()
            : new Layout(column.literal().toUpperCase(Locale.ROOT)));
  }
}
