package io.snowpull.ddl.recurring;

/**
 * The folder of one load on the stage for rows, and the statements that read and empty it.
 *
 * <p>Snowflake binds no location of a stage, so the folder is part of their text. Both of its steps
 * are whole numbers, of which no statement can be made.
 *
 * @param sourceId the resource, not negative
 * @param number tells loads of a resource apart, not negative
 */
public record StagedLoad(long sourceId, long number) {
  private static final String FILE = "rows.json.gz";

  public StagedLoad {
    notNegative(sourceId);
    notNegative(number);
  }

  /** Where the file with the rows goes: a line of {@code {id, raw, updated_at, hash}} for each. */
  public String file() {
    return location(MergeStaged.FOLDER) + FILE;
  }

  /** {@link RecurringStatement#MERGE_STAGED} of this load. */
  public String merge() {
    return location(RecurringStatement.MERGE_STAGED.text());
  }

  /** {@link RecurringStatement#COUNT_STAGED} of this load. */
  public String count() {
    return location(RecurringStatement.COUNT_STAGED.text());
  }

  /** {@link RecurringStatement#REMOVE_STAGED} of this load. */
  public String remove() {
    return location(RecurringStatement.REMOVE_STAGED.text());
  }

  /** {@link RecurringStatement#REMOVE_LEFT} of a resource. */
  public static String removeLeft(long sourceId) {
    notNegative(sourceId);
    return ofSource(RecurringStatement.REMOVE_LEFT.text(), sourceId);
  }

  private String location(String text) {
    return ofSource(text, sourceId).replace(MergeStaged.LOAD, Long.toString(number));
  }

  private static String ofSource(String text, long sourceId) {
    return text.replace(MergeStaged.SOURCE, Long.toString(sourceId));
  }

  private static void notNegative(long step) {
    if (step < 0) {
      throw new IllegalArgumentException(step + " cannot be a step of a stage's path");
    }
  }
}
