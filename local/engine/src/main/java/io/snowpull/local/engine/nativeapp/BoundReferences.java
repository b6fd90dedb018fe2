package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;

/** What the consumer bound to an application's references. */
public final class BoundReferences {
  private BoundReferences() {}

  /**
   * The object behind a single-valued reference of the application that owns the code.
   *
   * @throws SnowflakeException when the owner is no application, or nothing is bound
   */
  public static ObjectKey require(CatalogSnapshot snapshot, Principal owner, String name) {
    if (!(owner instanceof Principal.Application application)) {
      throw SnowflakeException.compilationError(
          "Reference '" + name + "' can be used by the code of an application only.");
    }
    List<ApplicationDefinition.Reference> bound =
        snapshot
            .application(application.name())
            .map(definition -> definition.references().getOrDefault(name, List.of()))
            .orElse(List.of());
    if (bound.isEmpty()) {
      throw unbound(name);
    }
    return bound.get(0).object();
  }

  /** Nothing is bound to the reference. */
  static SnowflakeException unbound(String name) {
    return new SnowflakeException(
        "002003",
        "02000",
        "SQL compilation error:\nReference '"
            + name
            + "' does not exist or is not bound. Bind it with the application's register callback"
            + " and SYSTEM$REFERENCE(...).");
  }
}
