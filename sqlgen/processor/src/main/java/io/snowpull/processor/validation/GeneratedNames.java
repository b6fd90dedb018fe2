package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Procedures that are generated without a method behind them. */
final class GeneratedNames {

  private static final QualifiedName REGISTER = QualifiedName.parse("PUBLIC.REGISTER_REFERENCE");
  private static final QualifiedName CONFIGURE =
      QualifiedName.parse("PUBLIC.GET_REFERENCE_CONFIGURATION");

  private GeneratedNames() {}

  /** Callbacks that the generator can make of what is declared. */
  static List<QualifiedName> callbacks(ApplicationDefinition application) {
    List<QualifiedName> names = new ArrayList<>();
    names.add(REGISTER);
    boolean bound =
        application.connections().stream()
            .anyMatch(
                connection ->
                    !connection.reference().isEmpty()
                        || connection.secrets().stream()
                            .anyMatch(secret -> !secret.reference().isEmpty()));
    if (bound) {
      names.add(CONFIGURE);
    }
    return names;
  }

  /** Signatures a declared procedure may not have. */
  static List<String> signatures(ApplicationDefinition application) {
    List<String> signatures = new ArrayList<>();
    signatures.add(REGISTER + "(VARCHAR, VARCHAR, VARCHAR)");
    signatures.add(CONFIGURE + "(VARCHAR)");
    for (ConnectionDefinition connection : application.connections()) {
      connection
          .procedures(application.manifestVersion())
          .forEach(
              (name, types) ->
                  signatures.add(
                      name
                          + types.stream()
                              .map(SqlType::text)
                              .collect(Collectors.joining(", ", "(", ")"))));
    }
    return signatures;
  }
}
