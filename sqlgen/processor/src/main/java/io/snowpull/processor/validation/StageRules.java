package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.StageDefinition;
import io.snowpull.processor.problem.Faults;

/** Rules on stages. */
final class StageRules {

  private StageRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    for (StageDefinition stage : application.stages()) {
      declared.ordinarySchema(stage.name().schema(), "stage", stage.origin());
      declared.roles(stage.readableBy(), stage.origin());
      ApplicationRules.text(
          stage.comment(),
          "comment (the first sentence of its javadoc, or comment = ...)",
          stage.origin(),
          faults);
    }
  }
}
