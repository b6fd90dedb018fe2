package io.snowpull.packaging.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalTest {

  @TempDir Path folder;
  private Approval approval = new Approval(Path.of("unset"), Path.of("unset"));

  @BeforeEach
  void generate() throws IOException {
    approval = new Approval(folder.resolve("generated"), folder.resolve("approved"));
    Files.createDirectories(approval.generated());
    for (String file :
        List.of(
            "setup.sql",
            "grants.sql",
            "manifest.yml",
            "procedures.md",
            "privileges.md",
            "app.json")) {
      Files.writeString(approval.generated().resolve(file), "one\ntwo\nthree\n");
    }
  }

  @Test
  void whatIsApprovedDoesNotDiffer() throws IOException {
    approval.approve();
    assertEquals(List.of(), approval.differences());
  }

  @Test
  void aChangeIsAUnifiedDiff() throws IOException {
    approval.approve();
    Files.writeString(approval.generated().resolve("setup.sql"), "one\n2\nthree\n");
    assertEquals(
        List.of(
            "--- approved/setup.sql",
            "+++ generated/setup.sql",
            "@@ -1,3 +1,3 @@",
            " one",
            "-two",
            "+2",
            " three"),
        approval.differences());
  }

  @Test
  void theBuildFailsWithTheDiffAndTheWayOut() {
    String[] arguments = {approval.generated().toString(), approval.approved().toString()};
    UnapprovedChangeException thrown =
        assertThrows(UnapprovedChangeException.class, () -> Approve.main(arguments));
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains("+++ generated/manifest.yml"), message);
    assertTrue(message.contains("-Dapprove"), message);
  }
}
