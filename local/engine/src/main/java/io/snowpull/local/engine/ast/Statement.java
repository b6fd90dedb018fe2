package io.snowpull.local.engine.ast;

/** One statement. Handlers are chosen by the family it belongs to. */
public sealed interface Statement
    permits QueryStatement,
        DmlStatement,
        SessionStatement,
        TransactionStatement,
        TableStatement,
        SchemaStatement,
        SecurityStatement,
        StageStatement,
        ApplicationStatement,
        RoutineStatement,
        TaskStatement,
        InspectionStatement,
        Script.Anonymous {

  /** The statement as written, from its first to its last token, without the closing semicolon. */
  String text();
}
