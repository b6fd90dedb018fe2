package io.snowpull.packaging.approval;

import java.util.List;

/** The application's files changed, and nobody has said yes to it. */
final class UnapprovedChangeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnapprovedChangeException(List<String> differences) {
    super(
        "[UnapprovedChange] what Snowflake is told differs from packaging/src/approved:\n\n"
            + String.join("\n", differences)
            + "\n\nRead it as a change to every installed application; then approve it with"
            + " 'mvn verify -Dapprove -DskipTests -pl packaging -am' and commit the copy.");
  }
}
