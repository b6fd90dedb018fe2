package io.snowpull.github.property;

import io.snowpull.runtime.source.Inventory;
import io.snowpull.runtime.source.RowFate;
import io.snowpull.runtime.source.SourcePage;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An inventory before whose answers something happens, or whose answers are tampered with. */
record FilteredInventory(
    Inventory inventory,
    Runnable before,
    UnaryOperator<SourcePage> onPage,
    UnaryOperator<RowFate> onFate)
    implements Inventory {

  static Inventory hooked(Inventory inventory, Runnable before) {
    return new FilteredInventory(inventory, before, page -> page, fate -> fate);
  }

  static Inventory pages(Inventory inventory, UnaryOperator<SourcePage> change) {
    return new FilteredInventory(inventory, () -> {}, change, fate -> fate);
  }

  static Inventory fates(Inventory inventory, UnaryOperator<RowFate> change) {
    return new FilteredInventory(inventory, () -> {}, page -> page, change);
  }

  @Override
  public String referenceKey() {
    return inventory.referenceKey();
  }

  @Override
  public String createdKey() {
    return inventory.createdKey();
  }

  @Override
  public SourcePage list(long sourceId, Optional<URI> next) {
    before.run();
    return onPage.apply(inventory.list(sourceId, next));
  }

  @Override
  public RowFate fate(long sourceId, String reference) {
    before.run();
    return onFate.apply(inventory.fate(sourceId, reference));
  }

  @Override
  public String currentName(long sourceId) {
    return inventory.currentName(sourceId);
  }
}
