package io.snowpull.github.issues;

/**
 * How many issues a repository has, pull requests among them.
 *
 * @param issues their number, or the most that it can be
 * @param exact false where GitHub did not count: the number of the newest issue is the bound then,
 *     for no number is given twice
 */
public record IssueCount(long issues, boolean exact) {}
