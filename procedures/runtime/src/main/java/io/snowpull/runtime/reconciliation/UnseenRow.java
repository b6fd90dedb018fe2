package io.snowpull.runtime.reconciliation;

/**
 * A row of the table that a list of the source leaves out.
 *
 * @param reference what the source calls it
 * @param contentHash the version that the table has
 */
record UnseenRow(long id, String reference, String contentHash) {}
