package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Expression;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks a syntax tree without knowing its node types: every node is a record. */
final class SyntaxTree {

  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  private SyntaxTree() {}

  /** How many values the tree wants bound: the highest index of a {@code ?}. */
  static int binds(Object tree) {
    int[] highest = {0};
    walk(
        tree,
        node -> {
          if (node instanceof Expression.Bind bind) {
            highest[0] = Math.max(highest[0], bind.index());
          }
        });
    return highest[0];
  }

  private static void walk(@Nullable Object node, Consumer<Object> visit) {
    if (node instanceof Collection<?> many) {
      many.forEach(child -> walk(child, visit));
    } else if (node instanceof Record) {
      visit.accept(node);
      for (RecordComponent component : components(node.getClass())) {
        walk(read(node, component), visit);
      }
    }
  }

  private static RecordComponent[] components(Class<?> type) {
    return COMPONENTS.computeIfAbsent(
        type,
        record -> {
          RecordComponent[] components = record.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        });
  }

  private static @Nullable Object read(Object node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("unreadable node " + node.getClass(), e);
    }
  }
}
