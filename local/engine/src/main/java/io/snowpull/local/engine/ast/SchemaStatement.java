package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Databases, schemas and what lives in them besides tables and code; also the generic ALTER, DROP
 * and COMMENT.
 */
public sealed interface SchemaStatement extends Statement {
  /**
   * @param cloneOf null unless CLONE
   */
  record CreateDatabase(
      CreateMode mode,
      boolean transientLifetime,
      ObjectName name,
      @Nullable ObjectName cloneOf,
      Options options,
      String text)
      implements SchemaStatement {}

  /**
   * @param versioned CREATE OR ALTER VERSIONED SCHEMA, in native apps only
   */
  record CreateSchema(
      CreateMode mode,
      boolean versioned,
      boolean transientLifetime,
      ObjectName name,
      @Nullable ObjectName cloneOf,
      boolean managedAccess,
      Options options,
      String text)
      implements SchemaStatement {}

  record CreateSequence(
      CreateMode mode,
      ObjectName name,
      long start,
      long increment,
      boolean ordered,
      Options options,
      String text)
      implements SchemaStatement {}

  record CreateFileFormat(
      CreateMode mode, boolean temporary, ObjectName name, Options options, String text)
      implements SchemaStatement {}

  record CreateStage(
      CreateMode mode, boolean temporary, ObjectName name, Options options, String text)
      implements SchemaStatement {}

  /** ALTER of a kind that has no statement of its own. */
  record AlterObject(
      ObjectKind kind, boolean ifExists, ObjectName name, AlterAction action, String text)
      implements SchemaStatement {}

  /** What a generic ALTER does. */
  sealed interface AlterAction {
    record RenameTo(ObjectName name) implements AlterAction {}

    record SetOptions(Options options) implements AlterAction {}

    /** Names in upper case. */
    record UnsetOptions(List<String> names) implements AlterAction {}

    record SwapWith(ObjectName name) implements AlterAction {}

    /**
     * A word with nothing to say further: RESUME, SUSPEND, ABORT ALL QUERIES, ENABLE MANAGED
     * ACCESS, REFRESH.
     */
    record Command(String words) implements AlterAction {}
  }

  /**
   * @param argumentTypes null unless the kind is a routine
   */
  record Drop(
      ObjectKind kind,
      boolean ifExists,
      ObjectName name,
      @Nullable List<TypeName> argumentTypes,
      boolean cascade,
      String text)
      implements SchemaStatement {}

  record Undrop(ObjectKind kind, ObjectName name, String text) implements SchemaStatement {}

  record CommentOn(
      ObjectKind kind,
      boolean ifExists,
      ObjectName name,
      @Nullable List<TypeName> argumentTypes,
      String comment,
      String text)
      implements SchemaStatement {}
}
