package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import java.util.Map;
import java.util.Optional;

/** The SHOW and DESCRIBE commands for native applications; others are not its business. */
public final class ApplicationInspection {

  private final StreamlitListings streamlits = new StreamlitListings();
  private final Map<String, Listing> listings;

  public ApplicationInspection() {
    ApplicationListings permissions = new ApplicationListings();
    PackageListings packages = new PackageListings();
    listings =
        Map.of(
            "APPLICATIONS", packages::applications,
            "APPLICATION PACKAGES", packages::packages,
            "PRIVILEGES", permissions::privileges,
            "REFERENCES", permissions::references,
            "RELEASE CHANNELS", packages::channels,
            "STREAMLITS", streamlits::show,
            "VERSIONS", packages::versions);
  }

  /** Empty when the words after SHOW name nothing of applications. */
  public Optional<Result> show(InspectionStatement.Show show, Execution execution) {
    return Optional.ofNullable(listings.get(show.what()))
        .map(listing -> listing.list(show, execution));
  }

  /** Empty when the kind is none of applications. */
  public Optional<Result> describe(InspectionStatement.Describe describe, Execution execution) {
    return describe.kind() == ObjectKind.STREAMLIT
        ? Optional.of(streamlits.describe(describe, execution))
        : Optional.empty();
  }
}
