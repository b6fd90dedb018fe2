package io.snowpull.ddl.recurring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A statement that is the same for every resource: values are bound, and names that differ are
 * bound too, by {@code IDENTIFIER(?)}.
 */
public enum RecurringStatement {
  BEGIN("Opens a transaction."),
  COMMIT("Keeps what the transaction wrote."),
  ROLLBACK("Takes back what the transaction wrote."),
  SELECT_CONFIGURATION("The value of one key of the configuration. Binds: key."),
  MERGE_CONFIGURATION("Sets one key of the configuration. Binds: key, value as JSON."),
  DELETE_CONFIGURATION("Forgets one key of the configuration. Binds: key."),
  SELECT_RESOURCES("Every resource that was ever enabled."),
  INSERT_RESOURCE(
      "Adds a resource, unless its key or its source is there. Binds: key, value as JSON."),
  UPDATE_RESOURCE("Replaces the definition of a resource. Binds: value as JSON, key."),
  DELETE_RESOURCE("Forgets a resource. Binds: key."),
  DELETE_PARKED("Forgets the rows of a source that were kept aside. Binds: source id."),
  SELECT_NEWEST_STATES("The newest state of each resource."),
  SELECT_LEFT_RUNS(
      "Resources whose newest state is RUNNING and older than so many minutes. Binds: minutes."),
  SELECT_CONDITIONS("What somebody should know or do."),
  CLAIM_HOUSEKEEPING(
      "Stores when the connector last kept house, unless that was after a time; one row is changed"
          + " where it was not. Binds: key, value as JSON, the time."),
  PURGE_PARKED_RECORD("Forgets rows kept aside so many days ago. Binds: days."),
  SELECT_PRIVILEGE("Whether the application holds an account privilege. Binds: privilege."),
  SELECT_REFERENCES("What is bound to a reference, as a JSON array. Binds: reference."),
  PURGE_APP_STATE("Forgets older states, but for the newest of each resource. Binds: days."),
  PURGE_INGESTION_RUN("Forgets older runs, but for the newest of each source. Binds: days."),
  PURGE_INGESTION_CURSOR("Forgets older cursors, but for the newest of each source. Binds: days."),
  PURGE_INGESTION_CLAIM("Forgets older claims, but for the newest of each source. Binds: days."),
  PURGE_RECONCILIATION_CURSOR(
      "Forgets older sweeps, but for the newest of each source. Binds: days."),
  INSERT_STATE("Appends to the history of a resource. Binds: key, value as JSON."),
  SELECT_CURSOR("The newest cursor of a source. Binds: source id."),
  INSERT_CURSOR("Appends a cursor. Binds: source id, run id, value as JSON."),
  SELECT_CLAIM("The run that claimed a source last. Binds: source id."),
  INSERT_CLAIM("Claims a source for a run. Binds: source id, run id."),
  INSERT_RUN("Appends to the log of runs. Binds: source id, run id, value as JSON."),
  FILL_FENCE("Puts the one row into a fence table. Binds: the table, twice."),
  HOLD_FENCE("Takes the lock that orders the batches of a resource. Binds: fence table, run id."),
  COUNT_ROWS("Binds: the table."),
  MERGE_BATCH(
      "Writes a batch; what is older than what is there, or equal to it, changes nothing."
          + " Binds: sink table, rows as a JSON array of {id, raw, updated_at, hash}."),
  COUNT_WRITTEN(
      "How many rows of a batch the table has, as they were sent or newer."
          + " Binds: sink table, rows as a JSON array of {id, updated_at}, each id once."),
  MERGE_STAGED(
      "As MERGE_BATCH, of rows in a file on the stage, a line of {id, raw, updated_at, hash} for"
          + " each. SOURCE_NUMBER and LOAD_NUMBER stand for whole numbers, see StagedLoad."
          + " Binds: sink table."),
  COUNT_STAGED(
      "How many different rows of a staged file the table has, in the newest version of the file or"
          + " newer. Binds: sink table."),
  REMOVE_STAGED("Removes the file of a load."),
  REMOVE_LEFT("Removes the files of all loads of a source."),
  HEAL_BATCH(
      "As MERGE_BATCH; besides, rows that are marked as gone are there again."
          + " Binds: sink table, rows as a JSON array of {id, raw, updated_at, hash}."),
  FIND_STALE(
      "The ids of rows that the table lacks, has otherwise, or has marked as gone, without those"
          + " that are kept aside. Binds: rows as a JSON array of {id, updated_at, hash}, sink"
          + " table, source id."),
  FIND_UNSEEN(
      "The rows of the table created in a stretch of time that a list of ids leaves out, with what"
          + " the source calls them. Binds: key of that name, sink table, key of the time of"
          + " creation, first time, the same key, time after the last, ids as a JSON array."),
  MARK_DELETED(
      "Marks rows as gone, where the table still has the version that was looked at."
          + " Binds: sink table, rows as a JSON array of {id, hash, reason}."),
  SELECT_SWEEP("How far the list of a source was compared last. Binds: source id."),
  INSERT_SWEEP("Appends how far it was compared. Binds: source id, run id, value as JSON."),
  RENAME_RESOURCE("Sets what the source calls a resource. Binds: name, key."),
  PARK_RECORD(
      "Keeps a row that cannot be written, unless it is kept already."
          + " Binds: source id, run id, the row's id or '', hash, reason, text or its beginning,"
          + " when it was changed or ''."),
  EXTEND_PARKED("Appends to the text of a kept row. Binds: text, source id, hash."),
  RELEASE_PARKED(
      "Forgets kept rows that were written since, in that version or a later one."
          + " Binds: sink table, source id."),
  BIND_CONNECTION(
      "Gives integration and secret to every procedure that reaches the source."
          + " Binds: integration, secret.");

  private final String purpose;

  RecurringStatement(String purpose) {
    this.purpose = purpose;
  }

  /** What it does, and what is bound to it in which order. */
  public String purpose() {
    return purpose;
  }

  /** The statement as it is sent. */
  public String text() {
    return Texts.ALL[ordinal()];
  }

  /** All of them, with their purposes, as people read them in review. */
  public static String script() {
    StringBuilder script = new StringBuilder();
    for (RecurringStatement statement : values()) {
      script.append("-- ").append(statement.name()).append(": ").append(statement.purpose);
      script.append('\n').append(statement.text()).append(";\n\n");
    }
    return script.toString().stripTrailing() + "\n";
  }

  /** Name of the packed file, beside this class. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
  }

  private static String read(RecurringStatement statement) {
    try (InputStream in = RecurringStatement.class.getResourceAsStream(statement.file())) {
      if (in == null) {
        throw new IllegalStateException(
            statement.file() + " was not rendered: build sqlgen/ddl with Maven first");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packed statement " + statement.file(), e);
    }
  }

  /** Read at the first use: the build renders the files with this enum before they are there. */
  private static final class Texts {
    static final String[] ALL = all();

    private static String[] all() {
      RecurringStatement[] statements = values();
      String[] texts = new String[statements.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = read(statements[i]);
      }
      return texts;
    }
  }
}
