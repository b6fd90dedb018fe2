package io.snowpull.local.engine.task;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** One field of a cron expression: lists, ranges, steps and names. */
record CronField(String name, int least, int most, List<String> names) {

  TreeSet<Integer> values(String text) {
    TreeSet<Integer> values = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      add(part, values);
    }
    return values;
  }

  private void add(String part, TreeSet<Integer> values) {
    String[] stepped = part.split("/", -1);
    int step = stepped.length == 2 ? number(stepped[1]) : 1;
    if (stepped.length > 2 || step < 1) {
      throw invalid(part);
    }
    String range = stepped[0];
    int from;
    int to;
    if (range.equals("*")) {
      from = least;
      to = most;
    } else {
      String[] ends = range.split("-", -1);
      from = value(ends[0]);
      to = ends.length == 2 ? value(ends[1]) : stepped.length == 2 ? most : from;
      if (ends.length > 2 || from < least || to > most || from > to) {
        throw invalid(part);
      }
    }
    for (int value = from; value <= to; value += step) {
      values.add(value);
    }
  }

  private int value(String text) {
    int index = names.indexOf(text.toUpperCase(Locale.ROOT));
    return index >= 0 ? index + least : number(text);
  }

  private int number(String text) {
    if (!text.matches("\\d{1,2}")) {
      throw invalid(text);
    }
    return Integer.parseInt(text);
  }

  private IllegalArgumentException invalid(String part) {
    return new IllegalArgumentException(
        "'" + part + "' is no " + name + " of cron (" + least + " to " + most + ")");
  }
}
