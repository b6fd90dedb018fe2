package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All objects and grants at one moment; immutable, so a statement sees one state throughout. */
public final class CatalogSnapshot {

  private final NavigableMap<ObjectKey, CatalogObject> objects;
  private final List<Grant> grants;

  private CatalogSnapshot(NavigableMap<ObjectKey, CatalogObject> objects, List<Grant> grants) {
    this.objects = objects;
    this.grants = grants;
  }

  static CatalogSnapshot of(List<CatalogObject> objects, List<Grant> grants) {
    NavigableMap<ObjectKey, CatalogObject> byKey = new TreeMap<>();
    objects.forEach(object -> byKey.put(object.key(), object));
    return new CatalogSnapshot(byKey, List.copyOf(grants));
  }

  public Optional<CatalogObject> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The object of that type and name; routines, which overload, are not found this way. */
  public <T extends CatalogObject> Optional<T> find(
      Class<T> type, ObjectKind kind, QualifiedName name) {
    return find(ObjectKey.of(kind, name)).filter(type::isInstance).map(type::cast);
  }

  public Optional<DatabaseDefinition> database(String name) {
    return find(DatabaseDefinition.class, ObjectKind.DATABASE, QualifiedName.of(name));
  }

  public Optional<SchemaDefinition> schema(QualifiedName name) {
    return find(SchemaDefinition.class, ObjectKind.SCHEMA, name);
  }

  public Optional<RelationDefinition> relation(QualifiedName name) {
    return find(RelationDefinition.class, ObjectKind.TABLE, name);
  }

  public Optional<ApplicationDefinition> application(String name) {
    return find(ApplicationDefinition.class, ObjectKind.APPLICATION, QualifiedName.of(name));
  }

  /** All overloads of a procedure or function, in the order of their signatures. */
  public List<RoutineDefinition> routines(ObjectKind kind, QualifiedName name) {
    return objects.tailMap(new ObjectKey(kind, name, ""), true).values().stream()
        .takeWhile(object -> object.kind() == kind && object.name().equals(name))
        .map(RoutineDefinition.class::cast)
        .toList();
  }

  /** All objects of a kind, in the order of their names; views count as tables' name space. */
  public Stream<CatalogObject> all(ObjectKind kind) {
    return objects.values().stream()
        .dropWhile(object -> object.key().kind() != ObjectKey.nameSpace(kind))
        .takeWhile(object -> object.key().kind() == ObjectKey.nameSpace(kind))
        .filter(object -> object.kind() == kind);
  }

  /** All objects of a type, in the order of kind and name. */
  public <T extends CatalogObject> Stream<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast);
  }

  /** Everything inside a database or schema, at any depth. */
  public List<CatalogObject> inside(QualifiedName container) {
    return objects.values().stream().filter(object -> object.name().isInside(container)).toList();
  }

  public List<Grant> grants() {
    return grants;
  }

  CatalogSnapshot with(CatalogObject object) {
    NavigableMap<ObjectKey, CatalogObject> changed = new TreeMap<>(objects);
    changed.put(object.key(), object);
    return new CatalogSnapshot(changed, grants);
  }

  CatalogSnapshot without(ObjectKey key) {
    NavigableMap<ObjectKey, CatalogObject> changed = new TreeMap<>(objects);
    changed.remove(key);
    return new CatalogSnapshot(changed, grants);
  }

  CatalogSnapshot withGrant(Grant grant) {
    List<Grant> changed = new ArrayList<>(grants);
    changed.removeIf(grant::sameRight);
    changed.add(grant);
    return new CatalogSnapshot(objects, Collections.unmodifiableList(changed));
  }

  CatalogSnapshot withoutGrants(Predicate<Grant> revoked) {
    return new CatalogSnapshot(objects, grants.stream().filter(revoked.negate()).toList());
  }

  CatalogSnapshot withMovedGrants(ObjectKey from, ObjectKey to) {
    return new CatalogSnapshot(
        objects,
        grants.stream()
            .map(
                grant ->
                    from.equals(grant.on())
                        ? new Grant(
                            grant.privilege(),
                            to,
                            grant.to(),
                            grant.by(),
                            grant.grantOption(),
                            grant.createdOn())
                        : grant)
            .toList());
  }
}
