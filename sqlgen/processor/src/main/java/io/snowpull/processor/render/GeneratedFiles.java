package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import java.util.List;

/** All generated files of an application. */
public final class GeneratedFiles {

  private GeneratedFiles() {}

  /** Renders them; the same application gives the same bytes. */
  public static List<GeneratedFile> of(ApplicationDefinition application) {
    return List.of(
        new GeneratedFile("setup.sql", SetupScript.render(application)),
        new GeneratedFile("grants.sql", GrantsScript.render(application)),
        new GeneratedFile("manifest.yml", Manifest.render(application)),
        new GeneratedFile("procedures.md", ProceduresDocument.render(application)),
        new GeneratedFile("privileges.md", PrivilegesDocument.render(application)),
        new GeneratedFile("app.json", ModelJson.render(application)));
  }
}
