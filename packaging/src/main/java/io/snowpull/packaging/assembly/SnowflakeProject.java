package io.snowpull.packaging.assembly;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.PackageNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The project definition with which the Snowflake CLI deploys the same folder, of version 2:
 * https://docs.snowflake.com/en/developer-guide/snowflake-cli/native-apps/project-definitions
 */
final class SnowflakeProject {

  /** Its name, beside the packaged folder: what the CLI leaves there is not part of the package. */
  static final String FILE = "snowflake.yml";

  private SnowflakeProject() {}

  static String of(Path folder) {
    ApplicationModel model = ApplicationModel.read(folder);
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("definition_version", 2);
    project.put(
        "entities",
        ordered(
            "package",
            applicationPackage(
                folder.getFileName() + "/", PackageNames.of(model).applicationPackage().toString()),
            "application",
            application(model.name().toString())));
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return "# Generated: the Snowflake CLI runs the package from here, with 'snow app run'.\n"
        + new Yaml(options).dump(project);
  }

  private static Map<String, Object> applicationPackage(String folder, String name) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("type", "application package");
    entity.put("identifier", name);
    entity.put("distribution", "internal");
    entity.put("manifest", folder + "manifest.yml");
    entity.put("artifacts", List.of(ordered("src", folder + "*", "dest", "./")));
    return entity;
  }

  private static Map<String, Object> application(String name) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("type", "application");
    entity.put("identifier", name);
    entity.put("from", Map.of("target", "package"));
    // Debug mode shows the application's internals to whoever installs it.
    entity.put("debug", false);
    return entity;
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, one);
    map.put(second, other);
    return map;
  }
}
