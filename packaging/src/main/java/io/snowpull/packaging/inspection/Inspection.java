package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All rules on one packaged folder. */
public final class Inspection {

  private Inspection() {}

  /**
   * What is wrong with the folder; empty when it can be deployed.
   *
   * @param snowparkVersion version of Snowpark the connector is compiled against
   */
  public static List<Finding> of(Path folder, String snowparkVersion) throws IOException {
    Findings findings = new Findings();
    LayoutRules.check(folder, findings);
    if (!findings.all().isEmpty()) {
      return findings.all();
    }
    SetupScript script = SetupScript.read(folder.resolve("setup.sql"));
    Manifest manifest = Manifest.read(folder.resolve("manifest.yml"), findings);
    ScriptRules.check(script, findings);
    ProcedureRules.check(folder, script, snowparkVersion, findings);
    GrantRules.check(script, findings);
    ManifestRules.check(folder, manifest, script, findings);
    PageRules.check(folder, manifest, script, findings);
    JarRules.check(folder, findings);
    SupplyRules.check(folder, findings);
    return findings.all();
  }
}
