package io.snowpull.processor.javac;

import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.DefaultValue;
import io.snowpull.annotations.ExternalAccess;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.ParameterDefinition;
import io.snowpull.processor.model.ParameterDefinition.DefaultDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a method with {@link ConnectorProcedure}. */
final class ProcedureReader {

  private final ProcessingEnvironment environment;
  private final Javadoc javadoc;
  private final Faults faults;

  ProcedureReader(ProcessingEnvironment environment, Javadoc javadoc, Faults faults) {
    this.environment = environment;
    this.javadoc = javadoc;
    this.faults = faults;
  }

  /** The procedure, or nothing when its types cannot be told. */
  Optional<ProcedureDefinition> read(ExecutableElement method, ConnectorApplication application) {
    Origin origin = Origins.of(method);
    ConnectorProcedure declared = method.getAnnotation(ConnectorProcedure.class);
    checkHandler(method, origin);
    Optional<List<ParameterDefinition>> parameters = parameters(method, origin);
    Optional<SqlType> returns = returns(method, origin);
    if (parameters.isEmpty() || returns.isEmpty()) {
      return Optional.empty();
    }
    Identifier name =
        declared.name().isEmpty()
            ? Identifier.ofJavaName(method.getSimpleName().toString())
            : new Identifier(declared.name());
    boolean wrapped = declared.wrapped() && declared.grantedTo().length > 0;
    return Optional.of(
        new ProcedureDefinition(
            origin,
            new QualifiedName(new Identifier(declared.schema()), name),
            parameters.get(),
            returns.get(),
            Origins.owner(method) + "." + method.getSimpleName(),
            Stream.concat(Arrays.stream(application.packages()), Arrays.stream(declared.packages()))
                .distinct()
                .toList(),
            javadoc.procedure(method, declared.comment()),
            wrapped
                ? List.of(new QualifiedName(new Identifier(declared.wrapperSchema()), name))
                : List.of(),
            ApplicationReader.identifiers(declared.grantedTo()),
            declared.externalAccess(),
            secrets(declared, application),
            ApplicationReader.each(
                declared.uses(), (AccountPrivilege privilege) -> new Keyword(privilege.sql())),
            ApplicationReader.identifiers(declared.usesReferences()),
            declared.afterSetup()));
  }

  private static List<String> secrets(
      ConnectorProcedure declared, ConnectorApplication application) {
    if (!declared.externalAccess() || declared.secrets().length > 0) {
      return List.of(declared.secrets());
    }
    return Arrays.stream(application.externalAccess())
        .map(ExternalAccess::secrets)
        .flatMap(Arrays::stream)
        .map(io.snowpull.annotations.Secret::alias)
        .toList();
  }

  private void checkHandler(ExecutableElement method, Origin origin) {
    TypeElement type = (TypeElement) Origins.owner(method);
    if (!method.getModifiers().contains(Modifier.PUBLIC)
        || !type.getModifiers().contains(Modifier.PUBLIC)) {
      faults.add(
          Problem.PROCEDURE_NOT_PUBLIC,
          origin,
          "Snowflake calls only public methods of public classes. Make both the method and "
              + type
              + " public.");
    }
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    boolean creatable =
        !type.getModifiers().contains(Modifier.ABSTRACT)
            && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(
                    constructor ->
                        constructor.getParameters().isEmpty()
                            && constructor.getModifiers().contains(Modifier.PUBLIC));
    if (type.getNestingKind() != NestingKind.TOP_LEVEL || !(isStatic || creatable)) {
      faults.add(
          Problem.PROCEDURE_UNINSTANTIABLE,
          origin,
          "Snowflake cannot create "
              + type
              + ". Make the method static, or its class a top-level one with a public constructor"
              + " without parameters.");
    }
  }

  private Optional<SqlType> returns(ExecutableElement method, Origin origin) {
    TypeMirror type = method.getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      faults.add(
          Problem.PROCEDURE_VOID,
          origin,
          "a procedure must return a value. Return a String that says what was done.");
      return Optional.empty();
    }
    String javaType = TypeNames.of(type, environment);
    Optional<SqlType> sqlType = JavaTypes.result(javaType);
    if (sqlType.isEmpty()) {
      faults.add(
          Problem.PROCEDURE_UNSUPPORTED_TYPE,
          origin,
          "the result has type "
              + TypeNames.simple(javaType)
              + ", which has no SQL type here. "
              + JavaTypes.replacement(javaType));
    }
    return sqlType;
  }

  private Optional<List<ParameterDefinition>> parameters(ExecutableElement method, Origin origin) {
    List<? extends VariableElement> declared = method.getParameters();
    boolean session =
        !declared.isEmpty()
            && TypeNames.of(declared.get(0).asType(), environment).equals(JavaTypes.SESSION);
    if (!session) {
      faults.add(
          Problem.PROCEDURE_WITHOUT_SESSION,
          origin,
          "the first parameter must be " + JavaTypes.SESSION + "; Snowflake passes it itself.");
      return Optional.empty();
    }
    Map<String, String> texts = javadoc.parameters(method);
    List<ParameterDefinition> read = new ArrayList<>();
    for (VariableElement parameter : declared.subList(1, declared.size())) {
      parameter(parameter, origin, texts).ifPresent(read::add);
    }
    return read.size() == declared.size() - 1 ? Optional.of(read) : Optional.empty();
  }

  private Optional<ParameterDefinition> parameter(
      VariableElement parameter, Origin method, Map<String, String> texts) {
    Origin origin = new Origin(parameter, method.name());
    String javaType = TypeNames.of(parameter.asType(), environment);
    Optional<SqlType> type = JavaTypes.argument(javaType);
    String name = parameter.getSimpleName().toString();
    if (type.isEmpty()) {
      faults.add(
          Problem.PROCEDURE_UNSUPPORTED_TYPE,
          origin,
          "parameter '"
              + name
              + "' has type "
              + TypeNames.simple(javaType)
              + ", which has no SQL type here. "
              + JavaTypes.replacement(javaType));
      return Optional.empty();
    }
    DefaultValue defaultValue = parameter.getAnnotation(DefaultValue.class);
    return Optional.of(
        new ParameterDefinition(
            origin,
            Identifier.ofJavaName(name),
            type.get(),
            defaultValue == null
                ? List.of()
                : List.of(new DefaultDefinition(defaultValue.isNull(), defaultValue.value())),
            texts.getOrDefault(name, "")));
  }
}
