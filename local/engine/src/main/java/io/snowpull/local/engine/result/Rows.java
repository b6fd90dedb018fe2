package io.snowpull.local.engine.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result; can be iterated any number of times, from any thread. */
public interface Rows extends Iterable<List<@Nullable Object>> {

  Rows NONE = of(List.of());

  /** How many rows there are. */
  long size();

  @Override
  Iterator<List<@Nullable Object>> iterator();

  /** Rows that are held in memory; the lists are not copied. */
  static Rows of(List<List<@Nullable Object>> rows) {
    return new Rows() {
      @Override
      public long size() {
        return rows.size();
      }

      @Override
      public Iterator<List<@Nullable Object>> iterator() {
        return Collections.unmodifiableList(rows).iterator();
      }
    };
  }

  /** One row of the given cells. */
  static List<@Nullable Object> row(@Nullable Object... cells) {
    return Collections.unmodifiableList(Arrays.asList(cells));
  }
}
