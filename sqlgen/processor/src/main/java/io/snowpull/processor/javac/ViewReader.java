package io.snowpull.processor.javac;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.From;
import io.snowpull.annotations.StateTable;
import io.snowpull.annotations.StateView;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import io.snowpull.processor.model.ViewDefinition;
import io.snowpull.processor.model.ViewDefinition.ViewColumnDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.MirroredTypeException;

/** Reads a record with {@link StateView}. */
final class ViewReader {

  private final TableReader tables;
  private final Javadoc javadoc;
  private final Faults faults;

  ViewReader(TableReader tables, Javadoc javadoc, Faults faults) {
    this.tables = tables;
    this.javadoc = javadoc;
    this.faults = faults;
  }

  Optional<ViewDefinition> read(TypeElement type) {
    Origin origin = Origins.of(type);
    StateView declared = type.getAnnotation(StateView.class);
    TypeElement source = source(declared);
    StateTable table = source.getAnnotation(StateTable.class);
    if (table == null) {
      faults.add(
          Problem.VIEW_WITHOUT_TABLE,
          origin,
          "reads " + source.getSimpleName() + ", which is no @StateTable of this compilation.");
    }
    if (!tables.isRecord(type, origin) || table == null) {
      return Optional.empty();
    }
    List<ViewColumnDefinition> columns = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      column(component).ifPresent(columns::add);
    }
    Identifier name =
        declared.name().isEmpty()
            ? Identifier.ofJavaName(type.getSimpleName().toString())
            : new Identifier(declared.name());
    return Optional.of(
        new ViewDefinition(
            origin,
            new QualifiedName(new Identifier(declared.schema()), name),
            javadoc.firstSentence(type),
            TableReader.name(source, table),
            columns,
            ApplicationReader.identifiers(declared.onePer()),
            ApplicationReader.identifiers(declared.newestBy()),
            ApplicationReader.identifiers(declared.readableBy())));
  }

  private Optional<ViewColumnDefinition> column(RecordComponentElement component) {
    Column declared = component.getAnnotation(Column.class);
    From from = component.getAnnotation(From.class);
    Identifier name = TableReader.columnName(component, declared);
    Optional<SqlType> type = tables.type(component, declared);
    return type.map(
        found ->
            new ViewColumnDefinition(
                Origins.component(component),
                name,
                from == null ? name : new Identifier(from.column()),
                from == null ? List.of() : List.of(from.path()),
                found));
  }

  /** The compiler hands out a class-valued attribute only through this exception. */
  private static TypeElement source(StateView declared) {
    try {
      throw new IllegalStateException("unexpected class value " + declared.of());
    } catch (MirroredTypeException mirrored) {
      return (TypeElement) ((DeclaredType) mirrored.getTypeMirror()).asElement();
    }
  }
}
