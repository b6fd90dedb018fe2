package io.snowpull.local.engine.nativeapp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationDefinition.Reference;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.NameText;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The system functions on references: the consumer offers an object, the application's callback
 * takes it.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/native-apps/requesting-refs
 */
public final class ReferenceFunctions {
  private final ReferenceAlias aliases;
  private final ManifestReader manifests = new ManifestReader();
  private final JsonMapper json = JsonMapper.builder().build();

  public ReferenceFunctions(SecureRandom random) {
    this.aliases = new ReferenceAlias(random);
  }

  public AccountFunctions functions() {
    return new AccountFunctions(
        Map.of(
            "SYSTEM$REFERENCE", this::offer,
            "SYSTEM$SET_REFERENCE", this::set,
            "SYSTEM$ADD_REFERENCE", this::add,
            "SYSTEM$REMOVE_REFERENCE", this::remove,
            "SYSTEM$REMOVE_ALL_REFERENCES", this::removeAll,
            "SYSTEM$GET_ALL_REFERENCES", this::all,
            "SYSTEM$GET_REFERENCE_DEFINITIONS", this::definitions),
        Map.of());
  }

  /** {@code SYSTEM$REFERENCE('type', 'name' [, 'PERSISTENT'] [, 'privilege' ...])}. */
  private Value offer(List<Value> arguments, Execution execution) {
    ReferenceType type = ReferenceType.of(text(arguments, 0));
    List<String> parts = NameText.parts(text(arguments, 1));
    QualifiedName name =
        execution
            .names()
            .qualify(
                type.kind(), new ObjectName.Plain(parts.stream().map(Identifier::new).toList()));
    CatalogObject object =
        execution
            .snapshot()
            .find(ObjectKey.of(type.kind(), name))
            .filter(found -> execution.services().access().sees(execution.context(), found))
            .orElseThrow(() -> SnowflakeException.doesNotExist(type.kind().words(), name.toSql()));
    List<String> privileges =
        arguments.stream()
            .skip(3)
            .map(value -> String.valueOf(value.content()).toUpperCase(Locale.ROOT))
            .toList();
    for (String privilege : privileges) {
      if (!type.privileges().contains(privilege)) {
        throw SnowflakeException.compilationError(
            "invalid privilege '" + privilege + "' for a reference to a " + type.sql());
      }
      execution.services().access().require(execution.context(), privilege, object);
    }
    return Value.text(
        aliases.encode(
            new ReferenceAlias.Offer(type.name(), object.key().kind(), name, privileges)));
  }

  private Value set(List<Value> arguments, Execution execution) {
    String alias = text(arguments, 1);
    change(arguments, execution, bound -> List.of(reference(arguments, alias, execution)));
    return Value.text(alias);
  }

  private Value add(List<Value> arguments, Execution execution) {
    String alias = text(arguments, 1);
    if (!definition(arguments, execution).multiValued()) {
      throw SnowflakeException.compilationError(
          "Reference '" + text(arguments, 0) + "' holds one object; use SYSTEM$SET_REFERENCE");
    }
    change(
        arguments,
        execution,
        bound -> {
          List<Reference> more = new ArrayList<>(bound);
          more.add(reference(arguments, alias, execution));
          return more;
        });
    return Value.text(alias);
  }

  private Value remove(List<Value> arguments, Execution execution) {
    if (arguments.size() < 2) {
      return removeAll(arguments, execution);
    }
    String alias = text(arguments, 1);
    change(
        arguments,
        execution,
        bound -> bound.stream().filter(one -> !one.alias().equals(alias)).toList());
    return Value.text(alias);
  }

  private Value removeAll(List<Value> arguments, Execution execution) {
    change(arguments, execution, bound -> List.of());
    return Value.text("");
  }

  private Value all(List<Value> arguments, Execution execution) {
    String name = definition(arguments, execution).name();
    ArrayNode array = json.createArrayNode();
    own(execution)
        .references()
        .getOrDefault(name, List.of())
        .forEach(reference -> array.add(reference.alias()));
    return Value.text(array.toString());
  }

  /** The references that the manifest declares, with what is bound to them, as JSON. */
  private Value definitions(List<Value> arguments, Execution execution) {
    ApplicationDefinition application =
        arguments.isEmpty() ? own(execution) : named(text(arguments, 0), execution);
    ArrayNode array = json.createArrayNode();
    for (Manifest.Reference reference : manifests.read(application.manifest()).references()) {
      ObjectNode node = array.addObject();
      node.put("name", reference.name());
      node.put("label", reference.label());
      node.put("description", reference.description());
      node.put("object_type", reference.objectType());
      node.put("multi_valued", reference.multiValued());
      node.put("register_callback", reference.registerCallback());
      ArrayNode privileges = node.putArray("privileges");
      reference.privileges().forEach(privileges::add);
      ArrayNode bindings = node.putArray("bindings");
      application
          .references()
          .getOrDefault(reference.name(), List.of())
          .forEach(
              bound ->
                  bindings
                      .addObject()
                      .put("alias", bound.alias())
                      .put("object_name", bound.object().name().toSql()));
    }
    return Value.text(array.toString());
  }

  private Reference reference(List<Value> arguments, String alias, Execution execution) {
    Manifest.Reference definition = definition(arguments, execution);
    ReferenceAlias.Offer offer =
        aliases
            .decode(alias)
            .orElseThrow(
                () ->
                    SnowflakeException.compilationError(
                        "invalid reference '" + alias + "': make it with SYSTEM$REFERENCE(...)"));
    ReferenceType type = ReferenceType.of(offer.type());
    if (!type.sql().equals(definition.objectType())) {
      throw SnowflakeException.compilationError(
          "Reference '"
              + definition.name()
              + "' takes a "
              + definition.objectType()
              + ", but "
              + offer.name()
              + " is a "
              + type.sql());
    }
    List<String> lacking =
        definition.privileges().stream()
            .filter(privilege -> !offer.privileges().contains(privilege))
            .toList();
    if (!lacking.isEmpty()) {
      throw SnowflakeException.compilationError(
          "Reference '"
              + definition.name()
              + "' needs the privileges "
              + definition.privileges()
              + ", but the one given lacks "
              + lacking);
    }
    return new Reference(alias, offer.object(), offer.privileges());
  }

  private void change(
      List<Value> arguments, Execution execution, UnaryOperator<List<Reference>> bound) {
    String name = definition(arguments, execution).name();
    QualifiedName application = own(execution).name();
    execution
        .catalog()
        .change(
            change -> {
              ApplicationDefinition present =
                  change.snapshot().application(application.name()).orElseThrow();
              TreeMap<String, List<Reference>> references = new TreeMap<>(present.references());
              List<Reference> now = bound.apply(references.getOrDefault(name, List.of()));
              if (now.isEmpty()) {
                references.remove(name);
              } else {
                references.put(name, List.copyOf(now));
              }
              change.put(Binding.with(present, references));
              return true;
            });
  }

  private Manifest.Reference definition(List<Value> arguments, Execution execution) {
    String name = text(arguments, 0);
    return manifests
        .read(own(execution).manifest())
        .reference(name)
        .orElseThrow(
            () ->
                SnowflakeException.compilationError(
                    "Reference '" + name + "' is not defined in the application's manifest"));
  }

  private static ApplicationDefinition own(Execution execution) {
    if (execution.context().principal() instanceof Principal.Application application) {
      return execution.snapshot().application(application.name()).orElseThrow();
    }
    throw SnowflakeException.compilationError(
        "this system function can be called by the code of an application only");
  }

  private static ApplicationDefinition named(String name, Execution execution) {
    List<String> parts = NameText.parts(name);
    return execution
        .snapshot()
        .application(parts.get(parts.size() - 1))
        .filter(found -> execution.services().access().sees(execution.context(), found))
        .orElseThrow(() -> SnowflakeException.doesNotExist("Application", name));
  }

  private static String text(List<Value> arguments, int index) {
    if (index < arguments.size() && arguments.get(index).content() instanceof String text) {
      return text;
    }
    throw SnowflakeException.compilationError(
        "argument " + (index + 1) + " of the system function must be a string");
  }
}
