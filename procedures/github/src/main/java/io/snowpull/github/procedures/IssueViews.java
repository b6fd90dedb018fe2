package io.snowpull.github.procedures;

import static io.snowpull.ddl.FlattenedColumn.Type.BOOLEAN;
import static io.snowpull.ddl.FlattenedColumn.Type.NUMBER;
import static io.snowpull.ddl.FlattenedColumn.Type.TIMESTAMP_NTZ;
import static io.snowpull.ddl.FlattenedColumn.Type.VARCHAR;

import io.snowpull.ddl.ChildView;
import io.snowpull.ddl.ChildView.Kind;
import io.snowpull.ddl.FlattenedColumn;
import io.snowpull.runtime.enabling.CombinedDesign;
import java.util.List;

/**
 * The views over the issues of all repositories. A repository's table has an underscore in its
 * name, for its slash; none of these has one.
 */
final class IssueViews {
  static final CombinedDesign ALL =
      new CombinedDesign(
          "ISSUES",
          List.of(
              new ChildView(
                  "LABELS",
                  "LABELS",
                  Kind.ELEMENTS,
                  List.of(
                      new FlattenedColumn("LABEL_ID", NUMBER, List.of("id")),
                      FlattenedColumn.of("name", VARCHAR),
                      FlattenedColumn.of("color", VARCHAR),
                      FlattenedColumn.of("description", VARCHAR))),
              new ChildView(
                  "ASSIGNEES",
                  "ASSIGNEES",
                  Kind.ELEMENTS,
                  List.of(
                      new FlattenedColumn("USER_ID", NUMBER, List.of("id")),
                      FlattenedColumn.of("login", VARCHAR),
                      FlattenedColumn.of("type", VARCHAR),
                      FlattenedColumn.of("site_admin", BOOLEAN))),
              new ChildView(
                  "MILESTONES",
                  "MILESTONE",
                  Kind.OBJECT,
                  List.of(
                      new FlattenedColumn("MILESTONE_ID", NUMBER, List.of("id")),
                      new FlattenedColumn("MILESTONE_NUMBER", NUMBER, List.of("number")),
                      FlattenedColumn.of("title", VARCHAR),
                      FlattenedColumn.of("state", VARCHAR),
                      FlattenedColumn.of("due_on", TIMESTAMP_NTZ),
                      FlattenedColumn.of("closed_at", TIMESTAMP_NTZ))),
              new ChildView(
                  "REACTIONS",
                  "REACTIONS",
                  Kind.OBJECT,
                  List.of(
                      FlattenedColumn.of("total_count", NUMBER),
                      new FlattenedColumn("PLUS_ONE", NUMBER, List.of("+1")),
                      new FlattenedColumn("MINUS_ONE", NUMBER, List.of("-1")),
                      FlattenedColumn.of("laugh", NUMBER),
                      FlattenedColumn.of("hooray", NUMBER),
                      FlattenedColumn.of("confused", NUMBER),
                      FlattenedColumn.of("heart", NUMBER),
                      FlattenedColumn.of("rocket", NUMBER),
                      FlattenedColumn.of("eyes", NUMBER)))));

  private IssueViews() {}
}
