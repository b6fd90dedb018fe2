package io.snowpull.github.procedures;

import io.snowpull.github.GithubConnectorNames;
import io.snowpull.github.Roles;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.TaskTarget;
import java.util.List;

/** What a repository consists of in the account. */
final class RepositoryDesign {
  static final ResourceDesign CURRENT =
      new ResourceDesign(
          IssueColumns.ALL,
          List.of(Roles.APP_USER, Roles.DATA_READER),
          new TaskTarget(
              Roles.WAREHOUSE_REFERENCE,
              GithubConnectorNames.Procedures.INGEST_DATA.object().parts()));

  private RepositoryDesign() {}
}
