package io.snowpull.simulator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The repositories by id, by name and by the names they had before. Thread-safe. */
final class Repositories {
  private final Map<Long, SimulatedRepository> byId = new HashMap<>();
  private final Map<String, Long> idByName = new HashMap<>();

  synchronized void add(SimulatedRepository repository) {
    SimulatedRepository present = byName(repository.fullName());
    if (present != null && present.fullName().equalsIgnoreCase(repository.fullName())) {
      throw new IllegalArgumentException(
          "repository " + repository.fullName() + " exists already in this simulator");
    }
    byId.put(repository.id(), repository);
    idByName.put(key(repository.fullName()), repository.id());
  }

  /** By {@code owner/name} in any case, also by a former name; null when there is none. */
  synchronized @Nullable SimulatedRepository byName(String fullName) {
    Long id = idByName.get(key(fullName));
    return id == null ? null : byId.get(id);
  }

  synchronized @Nullable SimulatedRepository byId(long id) {
    return byId.get(id);
  }

  /** Those of an owner, in any case, by name. */
  synchronized List<SimulatedRepository> of(String owner) {
    return byId.values().stream()
        .filter(repository -> key(repository.fullName()).startsWith(key(owner) + "/"))
        .sorted(Comparator.comparing(SimulatedRepository::fullName))
        .toList();
  }

  /** The old name goes on to answer, with a redirection, until another repository takes it. */
  synchronized void rename(SimulatedRepository repository, String newName) {
    idByName.put(key(newName), repository.id());
    repository.nameIs(newName);
  }

  private static String key(String fullName) {
    return fullName.toLowerCase(Locale.ROOT);
  }
}
