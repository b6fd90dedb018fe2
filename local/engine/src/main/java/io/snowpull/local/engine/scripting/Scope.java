package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that a block declares, inside those of the block around it. */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<Identifier, Slot> slots = new HashMap<>();
  private @Nullable RaisedException handling;

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  static Scope root() {
    return new Scope(null);
  }

  Scope inner() {
    return new Scope(this);
  }

  /** Declares a name here; one that is declared here already is replaced, as LET does. */
  void declare(Identifier name, Slot slot) {
    slots.put(name, slot);
  }

  Optional<Slot> find(Identifier name) {
    Slot slot = slots.get(name);
    if (slot != null) {
      return Optional.of(slot);
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }

  /** The slot of that name and kind, or error 000904. */
  <T extends Slot> T require(Identifier name, Class<T> kind) {
    return find(name)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(() -> SnowflakeException.invalidIdentifier(name.toString()));
  }

  /** Replaces the slot where it is declared. */
  void replace(Identifier name, Slot slot) {
    if (slots.containsKey(name)) {
      slots.put(name, slot);
    } else if (outer == null) {
      throw SnowflakeException.invalidIdentifier(name.toString());
    } else {
      outer.replace(name, slot);
    }
  }

  /** The exception that the statements here handle; null outside of handlers. */
  @Nullable RaisedException handling() {
    return handling != null || outer == null ? handling : outer.handling();
  }

  void handle(RaisedException exception) {
    handling = exception;
  }

  /** Every value that a statement may bind; the columns of a row are called {@code ROW.COLUMN}. */
  Map<Identifier, Value> values() {
    Map<Identifier, Value> values = outer == null ? new HashMap<>() : outer.values();
    slots.forEach(
        (name, slot) -> {
          if (slot instanceof Slot.Variable variable) {
            values.put(name, variable.value());
          } else if (slot instanceof Slot.Row row) {
            for (int i = 0; i < row.columns().size(); i++) {
              Value value = new Value(row.columns().get(i).type(), row.cells().get(i));
              values.put(column(name, row.columns().get(i).name()), value);
            }
          }
        });
    return values;
  }

  /** The name under which a row's column is among the values. */
  static Identifier column(Identifier row, String column) {
    return new Identifier(row.name() + "." + column);
  }
}
