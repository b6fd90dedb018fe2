package io.snowpull.processor.render;

import java.util.ArrayList;
import java.util.List;

/** An element of a list that knows whether it is the last, for commas. */
record Listed<T>(T value, boolean last) {

  static <T> List<Listed<T>> of(List<T> values) {
    List<Listed<T>> listed = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      listed.add(new Listed<>(values.get(i), i == values.size() - 1));
    }
    return listed;
  }
}
