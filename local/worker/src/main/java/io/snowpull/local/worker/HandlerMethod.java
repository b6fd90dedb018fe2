package io.snowpull.local.worker;

import com.snowflake.snowpark_java.Session;
import io.snowpull.local.worker.protocol.CallRequest;
import io.snowpull.local.worker.protocol.SqlValue;
import io.snowpull.local.worker.values.JavaArguments;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method that a procedure's HANDLER clause names. */
final class HandlerMethod {
  private final Method method;

  private HandlerMethod(Method method) {
    this.method = method;
  }

  /** Finds it by name and by the number of SQL arguments. */
  static HandlerMethod find(ClassLoader loader, CallRequest call) {
    int dot = call.handler().lastIndexOf('.');
    if (dot <= 0) {
      throw new HandlerShapeException(
          "HANDLER '" + call.handler() + "' must name a class and a method: com.acme.Sync.run");
    }
    Class<?> type = load(loader, call.handler().substring(0, dot));
    String name = call.handler().substring(dot + 1);
    List<Method> found =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(name) && !method.isBridge())
            .filter(method -> method.getParameterCount() == call.arguments().size() + 1)
            .toList();
    if (found.size() != 1) {
      throw new HandlerShapeException(
          type.getName()
              + " has "
              + found.size()
              + " methods '"
              + name
              + "' that take a Session and "
              + call.arguments().size()
              + " arguments; the procedure needs exactly one.");
    }
    return new HandlerMethod(checked(found.get(0)));
  }

  private static Method checked(Method method) {
    if (Modifier.isPrivate(method.getModifiers()) || Modifier.isProtected(method.getModifiers())) {
      throw new HandlerShapeException("The handler " + method + " must not be private.");
    }
    if (method.getParameterTypes()[0] != Session.class) {
      throw new HandlerShapeException(
          "The first parameter of " + method + " must be " + Session.class.getName() + ".");
    }
    return method;
  }

  private static Class<?> load(ClassLoader loader, String name) {
    String candidate = name;
    while (true) {
      try {
        return loader.loadClass(candidate);
      } catch (ClassNotFoundException | NoClassDefFoundError e) {
        int dot = candidate.lastIndexOf('.');
        if (dot < 0) {
          throw new HandlerShapeException("The imports contain no class " + name + ".");
        }
        candidate = candidate.substring(0, dot) + "$" + candidate.substring(dot + 1);
      }
    }
  }

  Type returns() {
    return method.getGenericReturnType();
  }

  /** The Java arguments, the session first. */
  @Nullable Object[] arguments(Session session, List<SqlValue> values, JavaArguments mapping) {
    Type[] parameters = method.getGenericParameterTypes();
    @Nullable Object[] arguments = new @Nullable Object[parameters.length];
    arguments[0] = session;
    for (int i = 1; i < parameters.length; i++) {
      arguments[i] = mapping.convert(values.get(i - 1), parameters[i]);
    }
    return arguments;
  }

  @Nullable Object invoke(@Nullable Object[] arguments) throws InvocationTargetException {
    try {
      method.setAccessible(true);
      return method.invoke(Modifier.isStatic(method.getModifiers()) ? null : receiver(), arguments);
    } catch (IllegalAccessException e) {
      throw new HandlerShapeException("The handler " + method + " cannot be called.");
    }
  }

  private Object receiver() throws IllegalAccessException, InvocationTargetException {
    try {
      Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException e) {
      throw new HandlerShapeException(
          "The handler is an instance method, so "
              + method.getDeclaringClass().getName()
              + " needs a constructor without parameters.");
    }
  }
}
