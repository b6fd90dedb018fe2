package io.snowpull.github.procedures;

import static io.snowpull.ddl.FlattenedColumn.Type.BOOLEAN;
import static io.snowpull.ddl.FlattenedColumn.Type.NUMBER;
import static io.snowpull.ddl.FlattenedColumn.Type.PRESENCE;
import static io.snowpull.ddl.FlattenedColumn.Type.TIMESTAMP_NTZ;
import static io.snowpull.ddl.FlattenedColumn.Type.VARCHAR;
import static io.snowpull.ddl.FlattenedColumn.Type.VARIANT;

import io.snowpull.ddl.FlattenedColumn;
import java.util.List;

/** What the flattening view shows of an issue: first the 13 columns of Snowflake's quickstart. */
final class IssueColumns {
  static final List<FlattenedColumn> ALL =
      List.of(
          FlattenedColumn.of("id", NUMBER),
          FlattenedColumn.of("node_id", VARCHAR),
          FlattenedColumn.of("url", VARCHAR),
          FlattenedColumn.of("repository_url", VARCHAR),
          FlattenedColumn.of("labels_url", VARCHAR),
          FlattenedColumn.of("comments_url", VARCHAR),
          FlattenedColumn.of("events_url", VARCHAR),
          FlattenedColumn.of("html_url", VARCHAR),
          FlattenedColumn.of("number", NUMBER),
          FlattenedColumn.of("state", VARCHAR),
          FlattenedColumn.of("title", VARCHAR),
          FlattenedColumn.of("body", VARCHAR),
          FlattenedColumn.of("user", VARIANT),
          // Every pull request is an issue; this key, which always has a url, marks it as one.
          new FlattenedColumn("IS_PULL_REQUEST", PRESENCE, List.of("pull_request", "url")),
          new FlattenedColumn("USER_LOGIN", VARCHAR, List.of("user", "login")),
          FlattenedColumn.of("labels", VARIANT),
          FlattenedColumn.of("assignees", VARIANT),
          FlattenedColumn.of("milestone", VARIANT),
          FlattenedColumn.of("comments", NUMBER),
          FlattenedColumn.of("locked", BOOLEAN),
          FlattenedColumn.of("draft", BOOLEAN),
          FlattenedColumn.of("state_reason", VARCHAR),
          FlattenedColumn.of("author_association", VARCHAR),
          FlattenedColumn.of("created_at", TIMESTAMP_NTZ),
          FlattenedColumn.of("updated_at", TIMESTAMP_NTZ),
          FlattenedColumn.of("closed_at", TIMESTAMP_NTZ),
          FlattenedColumn.of("reactions", VARIANT));

  private IssueColumns() {}
}
