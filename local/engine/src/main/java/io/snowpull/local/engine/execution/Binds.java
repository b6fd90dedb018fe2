package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.session.Value;
import java.util.List;
import java.util.Map;

/**
 * What a statement's {@code ?} and {@code :name} stand for.
 *
 * @param positional the value of the n-th {@code ?}, from 0
 * @param variables the scripting variables in scope
 */
public record Binds(List<Value> positional, Map<Identifier, Value> variables) {

  public static final Binds NONE = new Binds(List.of(), Map.of());

  public Binds {
    positional = List.copyOf(positional);
    variables = Map.copyOf(variables);
  }

  public static Binds of(List<Value> positional) {
    return new Binds(positional, Map.of());
  }
}
