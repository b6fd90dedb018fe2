package io.snowpull.local.engine.ast;

import java.util.List;

/** The session's context, parameters and variables. */
public sealed interface SessionStatement extends Statement {
  /**
   * {@code USE [kind] name}; {@code USE name} is DATABASE. Kind is DATABASE, SCHEMA, ROLE or
   * WAREHOUSE.
   */
  record Use(ObjectKind kind, ObjectName name, String text) implements SessionStatement {}

  /** {@code USE SECONDARY ROLES ALL|NONE|r1, r2}. */
  record UseSecondaryRoles(List<Identifier> roles, String text) implements SessionStatement {}

  record AlterSessionSet(Options parameters, String text) implements SessionStatement {}

  /** Parameter names in upper case. */
  record AlterSessionUnset(List<String> parameters, String text) implements SessionStatement {}

  /** {@code SET a = 1}, {@code SET (a, b) = (1, 2)}: as many values as names. */
  record SetVariables(List<Identifier> names, List<Expression> values, String text)
      implements SessionStatement {}

  record UnsetVariables(List<Identifier> names, String text) implements SessionStatement {}
}
