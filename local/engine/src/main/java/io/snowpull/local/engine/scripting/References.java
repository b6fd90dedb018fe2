package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.ColumnRef;
import io.snowpull.local.engine.ast.Expression.Path;
import io.snowpull.local.engine.ast.Expression.PathStep;
import io.snowpull.local.engine.ast.Expression.Variable;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Query;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Marks which names of a tree are the block's: in an expression of the block plain ones too, in SQL
 * those after a colon. Nodes are records, so that the walk needs no case for each of them.
 */
final class References {
  private final Scope scope;

  References(Scope scope) {
    this.scope = scope;
  }

  Expression inExpression(Expression expression) {
    return (Expression) rewrite(expression, true);
  }

  <T extends Record> T inSql(T statement) {
    @SuppressWarnings("unchecked") // a record is rewritten to one of its own class
    T rewritten = (T) rewrite(statement, false);
    return rewritten;
  }

  private Object rewrite(Object node, boolean plainNames) {
    if (node instanceof ColumnRef column) {
      return plainNames ? column(column) : column;
    }
    if (node instanceof Path path && path.base() instanceof Variable row) {
      Object value = rowColumn(row, path);
      return value == null ? path : value;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(item -> rewrite(item, plainNames)).toList();
    }
    if (!(node instanceof Record tree)) {
      return node;
    }
    return rebuild(tree, plainNames && !(node instanceof Query));
  }

  private Expression column(ColumnRef column) {
    List<Identifier> parts = column.parts();
    if (parts.size() == 1 && scope.find(parts.get(0)).orElse(null) instanceof Slot.Variable) {
      return new Variable(parts.get(0));
    }
    if (parts.size() == 2 && scope.find(parts.get(0)).orElse(null) instanceof Slot.Row) {
      return new Variable(Scope.column(parts.get(0), parts.get(1).name()));
    }
    return column;
  }

  /** {@code :row.column:rest}; null if the variable is no row. */
  private @Nullable Expression rowColumn(Variable row, Path path) {
    boolean isRow = scope.find(row.name()).orElse(null) instanceof Slot.Row;
    if (!isRow || !(path.steps().get(0) instanceof PathStep.Key key)) {
      return null;
    }
    Variable column = new Variable(Scope.column(row.name(), key.name().toUpperCase(Locale.ROOT)));
    List<PathStep> rest = path.steps().subList(1, path.steps().size());
    return rest.isEmpty() ? column : new Path(column, List.copyOf(rest));
  }

  private Record rebuild(Record tree, boolean plainNames) {
    RecordComponent[] components = tree.getClass().getRecordComponents();
    List<@Nullable Object> values = new ArrayList<>();
    boolean changed = false;
    for (RecordComponent component : components) {
      Object before = read(tree, component);
      Object after = before == null ? null : rewrite(before, plainNames);
      changed |= before != after && !(before instanceof List && before.equals(after));
      values.add(after);
    }
    return changed ? construct(tree.getClass(), components, values) : tree;
  }

  private static @Nullable Object read(Record tree, RecordComponent component) {
    try {
      return component.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("unreadable node " + tree.getClass(), impossible);
    }
  }

  private static Record construct(
      Class<? extends Record> type, RecordComponent[] components, List<@Nullable Object> values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("node cannot be rebuilt " + type, impossible);
    }
  }
}
