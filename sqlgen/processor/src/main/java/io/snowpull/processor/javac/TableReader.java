package io.snowpull.processor.javac;

import io.snowpull.annotations.Column;
import io.snowpull.annotations.ColumnType;
import io.snowpull.annotations.StateTable;
import io.snowpull.processor.model.ColumnDefaults;
import io.snowpull.processor.model.ColumnDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a record with {@link StateTable}. */
final class TableReader {

  private final ProcessingEnvironment environment;
  private final Javadoc javadoc;
  private final Faults faults;

  TableReader(ProcessingEnvironment environment, Javadoc javadoc, Faults faults) {
    this.environment = environment;
    this.javadoc = javadoc;
    this.faults = faults;
  }

  Optional<TableDefinition> read(TypeElement type) {
    Origin origin = Origins.of(type);
    StateTable declared = type.getAnnotation(StateTable.class);
    if (!isRecord(type, origin)) {
      return Optional.empty();
    }
    List<ColumnDefinition> columns = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      column(component).ifPresent(columns::add);
    }
    return Optional.of(
        new TableDefinition(
            origin,
            name(type, declared),
            declared.comment().isEmpty() ? javadoc.firstSentence(type) : declared.comment(),
            columns,
            ApplicationReader.identifiers(declared.clusterBy()),
            ApplicationReader.identifiers(declared.readableBy()),
            ApplicationReader.identifiers(declared.retiredColumns())));
  }

  static QualifiedName name(TypeElement type, StateTable declared) {
    Identifier name =
        declared.name().isEmpty()
            ? Identifier.ofJavaName(type.getSimpleName().toString())
            : new Identifier(declared.name());
    return new QualifiedName(new Identifier(declared.schema()), name);
  }

  boolean isRecord(TypeElement type, Origin origin) {
    if (type.getKind() == ElementKind.RECORD) {
      return true;
    }
    faults.add(
        Problem.TABLE_NOT_RECORD,
        origin,
        "the columns of a table or view are the components of a record. Make it a record.");
    return false;
  }

  /** The type of a component: the annotation's, else that of its Java type. */
  Optional<SqlType> type(RecordComponentElement component, @Nullable Column declared) {
    Origin origin = Origins.component(component);
    String javaType = TypeNames.of(component.asType(), environment);
    Optional<SqlType> mapped =
        isEnum(component.asType()) ? Optional.of(SqlType.VARCHAR) : JavaTypes.column(javaType);
    if (declared != null && declared.type() != ColumnType.FROM_JAVA) {
      return sized(declared.type().name(), declared, origin);
    }
    if (mapped.isEmpty()) {
      faults.add(
          Problem.TABLE_UNSUPPORTED_TYPE,
          origin,
          "component '"
              + component.getSimpleName()
              + "' has type "
              + TypeNames.simple(javaType)
              + ", which has no SQL type here. Say it with @Column(type = ...).");
      return Optional.empty();
    }
    return declared == null ? mapped : sized(mapped.get().text(), declared, origin);
  }

  private Optional<SqlType> sized(String base, Column declared, Origin origin) {
    int precision = declared.precision();
    int scale = declared.scale();
    boolean valid =
        switch (base) {
          case "NUMBER" ->
              precision >= -1
                  && precision != 0
                  && precision <= 38
                  && scale <= Math.max(precision, 0);
          case "VARCHAR", "BINARY" -> precision != 0 && scale == -1;
          case "TIME", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ" ->
              precision == -1 && scale <= 9;
          default -> precision == -1 && scale == -1;
        };
    if (!valid) {
      faults.add(
          Problem.TABLE_INVALID_TYPE,
          origin,
          base
              + " cannot have precision "
              + precision
              + " and scale "
              + scale
              + ". NUMBER takes a precision of 1 to 38 and a scale up to it, VARCHAR and BINARY a"
              + " length as precision, times a scale of 0 to 9.");
      return Optional.empty();
    }
    return Optional.of(new SqlType(base + size(base, precision, scale)));
  }

  private static String size(String base, int precision, int scale) {
    if (base.equals("NUMBER")) {
      return precision < 0 ? "" : "(" + precision + ", " + Math.max(scale, 0) + ")";
    }
    int size = Math.max(precision, scale);
    return size < 0 ? "" : "(" + size + ")";
  }

  private boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }

  static Identifier columnName(RecordComponentElement component, @Nullable Column declared) {
    return declared == null || declared.name().isEmpty()
        ? Identifier.ofJavaName(component.getSimpleName().toString())
        : new Identifier(declared.name());
  }

  private Optional<ColumnDefinition> column(RecordComponentElement component) {
    Column declared = component.getAnnotation(Column.class);
    Origin origin = Origins.component(component);
    Identifier name = columnName(component, declared);
    return type(component, declared)
        .map(
            type ->
                declared == null
                    ? new ColumnDefinition(origin, name, type, false, ColumnDefaults.NONE, "", "")
                    : new ColumnDefinition(
                        origin,
                        name,
                        type,
                        declared.notNull(),
                        ColumnDefaults.valueOf(declared.defaultTo().name()),
                        declared.literal(),
                        declared.addedIn()));
  }
}
