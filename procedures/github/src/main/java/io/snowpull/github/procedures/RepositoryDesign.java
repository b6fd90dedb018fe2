package io.snowpull.github.procedures;

import io.snowpull.github.GithubConnectorNames;
import io.snowpull.github.Roles;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.enabling.TaskTarget;
import java.util.List;
import java.util.Optional;

/** What a repository consists of in the account. */
final class RepositoryDesign {
  private static final int A_DAY = 24 * 60;

  static final ResourceDesign CURRENT =
      new ResourceDesign(
          IssueColumns.ALL,
          List.of(Roles.APP_USER, Roles.DATA_READER),
          new TaskTarget(
              Roles.WAREHOUSE_REFERENCE,
              GithubConnectorNames.Procedures.INGEST_DATA.object().parts()),
          Optional.of(
              new TaskTarget(
                  Roles.WAREHOUSE_REFERENCE,
                  A_DAY,
                  GithubConnectorNames.Procedures.RECONCILE_RESOURCE.object().parts())),
          Optional.of(IssueViews.ALL));

  private RepositoryDesign() {}
}
