package io.snowpull.local.worker.values;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Java types as reflection shows them. */
final class Types {
  private Types() {}

  static Class<?> erase(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      return raw;
    }
    throw new ValueException("The Java type " + type + " has no SQL type.");
  }

  static Class<?> box(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
