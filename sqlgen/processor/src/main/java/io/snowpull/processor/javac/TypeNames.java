package io.snowpull.processor.javac;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Qualified names of types without annotations such as {@code @Nullable}. */
final class TypeNames {

  private static final Pattern QUALIFIER = Pattern.compile("[a-z_0-9]+\\.");

  private TypeNames() {}

  static String of(TypeMirror type, ProcessingEnvironment environment) {
    if (type.getKind() == TypeKind.ARRAY) {
      return of(((ArrayType) type).getComponentType(), environment) + "[]";
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type.getKind().isPrimitive()
          ? environment.getTypeUtils().getPrimitiveType(type.getKind()).toString()
          : type.toString();
    }
    DeclaredType declared = (DeclaredType) type;
    String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    return declared.getTypeArguments().isEmpty()
        ? name
        : declared.getTypeArguments().stream()
            .map(argument -> of(argument, environment))
            .collect(Collectors.joining(",", name + "<", ">"));
  }

  /** The name without packages, for messages. */
  static String simple(String qualified) {
    return QUALIFIER.matcher(qualified).replaceAll("");
  }
}
