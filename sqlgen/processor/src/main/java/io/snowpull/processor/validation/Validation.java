package io.snowpull.processor.validation;

import io.snowpull.processor.approved.ApprovedTables;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.problem.Faults;

/** All rules, in the order in which a reader of the messages would mend them. */
public final class Validation {

  private Validation() {}

  /** Adds a fault for everything Snowflake would refuse or silently do wrong. */
  public static void check(
      ApplicationDefinition application, ApprovedTables approved, Faults faults) {
    Declared declared = new Declared(application, faults);
    ApplicationRules.check(application, faults);
    NameRules.check(application, declared, faults);
    RoleRules.check(application, declared, faults);
    ReferenceRules.check(application, declared, faults);
    ConnectionRules.check(application, declared, faults);
    ProcedureRules.check(application, declared, faults);
    SignatureRules.check(application, faults);
    TableRules.check(application, declared, faults);
    StageRules.check(application, declared, faults);
    ViewRules.check(application, declared, faults);
    TaskRules.check(application, declared, faults);
    PrivilegeRules.check(application, faults);
    UpgradeRules.check(application, approved, faults);
  }
}
