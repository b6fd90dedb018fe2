package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.execution.Execution;
import java.util.stream.Stream;

/** The objects of a type that an execution may see, in a scope. */
final class Visible {

  private Visible() {}

  static <T extends CatalogObject> Stream<T> of(Class<T> type, Scope scope, Execution execution) {
    Stream<T> own =
        execution.session().temporaries().stream().filter(type::isInstance).map(type::cast);
    return Stream.concat(own, execution.snapshot().all(type))
        .filter(scope::contains)
        .filter(object -> execution.services().access().sees(execution.context(), object));
  }
}
