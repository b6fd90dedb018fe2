package io.snowpull.processor.render;

import static java.util.stream.Collectors.joining;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A Java class with the names of everything that {@code setup.sql} creates. */
public final class NamesSource {

  private static final Template TEMPLATE = new Template("names.java.mustache", new JavaLanguage());

  private NamesSource() {}

  /** Everything the template names. */
  record View(
      Layout javaPackage,
      Layout className,
      List<ProcedureView> procedures,
      List<ObjectView> tables,
      List<ObjectView> stages,
      List<ObjectView> views) {}

  /** A constant for a procedure. */
  record ProcedureView(Identifier constant, String signature) {}

  /** A constant for a table, stage or view. */
  record ObjectView(Identifier constant, String qualified) {}

  /** The class's simple name: {@code GithubConnectorNames} for {@code GITHUB_CONNECTOR}. */
  public static String className(ApplicationDefinition application) {
    StringBuilder name = new StringBuilder();
    for (String word : application.name().value().split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return name.append("Names").toString();
  }

  /** The source; names that are faulty are left out, as their faults are reported elsewhere. */
  public static String render(ApplicationDefinition application, String javaPackage) {
    return TEMPLATE.render(
        new View(
            new Layout(javaPackage),
            new Layout(className(application)),
            procedures(application),
            objects(application.tables().stream().map(table -> table.name())),
            objects(application.stages().stream().map(stage -> stage.name())),
            objects(application.views().stream().map(view -> view.name()))));
  }

  private static List<ObjectView> objects(Stream<QualifiedName> names) {
    return names
        .filter(NamesSource::plain)
        .map(name -> new ObjectView(name.name(), name.toString()))
        .toList();
  }

  private static boolean plain(QualifiedName name) {
    return name.schema().plain() && name.name().plain();
  }

  private static List<ProcedureView> procedures(ApplicationDefinition application) {
    List<ProcedureView> views = new ArrayList<>();
    Set<Identifier> taken = new HashSet<>();
    for (ProcedureDefinition procedure : application.procedures()) {
      List<SqlType> types = io.snowpull.processor.render.ProcedureView.types(procedure);
      add(views, taken, "", procedure.name(), types);
      procedure.wrapper().forEach(wrapper -> add(views, taken, "PUBLIC_", wrapper, types));
    }
    for (ConnectionDefinition connection : application.connections()) {
      connection
          .procedures(application.manifestVersion())
          .forEach((name, types) -> add(views, taken, "", name, types));
    }
    return views;
  }

  /** Overloads after the first carry their argument types in the constant's name. */
  private static void add(
      List<ProcedureView> views,
      Set<Identifier> taken,
      String prefix,
      QualifiedName name,
      List<SqlType> types) {
    if (!plain(name)) {
      return;
    }
    StringBuilder constant = new StringBuilder(prefix).append(name.name());
    if (taken.contains(new Identifier(constant.toString()))) {
      types.forEach(type -> constant.append('_').append(type));
    }
    if (taken.add(new Identifier(constant.toString()))) {
      views.add(
          new ProcedureView(
              new Identifier(constant.toString()),
              types.stream().map(SqlType::text).collect(joining(", ", name + "(", ")"))));
    }
  }
}
