package io.snowpull.local.engine.nativeapp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import java.util.List;
import java.util.Map;

/**
 * {@code SYSTEM$VALIDATE_NATIVE_APP_SETUP('@stage/folder')}: reads manifest and setup script, and
 * says what is wrong with them without running anything. The Snowflake CLI asks before it deploys.
 *
 * <p>The answer is JSON: {@code status} is {@code SUCCESS} or {@code FAIL}; each of {@code errors}
 * has {@code message}, {@code errorCode} and {@code sqlState}.
 */
public final class SetupValidation {
  private final JsonMapper json = JsonMapper.builder().build();
  private final ManifestReader manifests = new ManifestReader();
  private final VersionFiles files = new VersionFiles();

  /** The function by its name. */
  public AccountFunctions functions() {
    return new AccountFunctions(
        Map.of("SYSTEM$VALIDATE_NATIVE_APP_SETUP", this::validate), Map.of());
  }

  private Value validate(List<Value> arguments, Execution execution) {
    if (arguments.size() != 1 || !(arguments.get(0).content() instanceof String location)) {
      throw SnowflakeException.compilationError(
          "SYSTEM$VALIDATE_NATIVE_APP_SETUP takes one text: '@database.schema.stage/folder'");
    }
    ObjectNode answer = json.createObjectNode();
    answer.put("status", "SUCCESS");
    answer.putArray("warnings");
    ArrayNode errors = answer.putArray("errors");
    VersionFiles.Folder folder = files.folder(location, execution);
    try {
      Manifest manifest = manifests.read(files.read(folder, "manifest.yml", execution));
      String script = manifest.setupScript();
      SetupScript.parse(script, files.read(folder, script, execution), execution);
    } catch (SnowflakeException e) {
      answer.put("status", "FAIL");
      errors
          .addObject()
          .put("message", e.message())
          .put("errorCode", e.code())
          .put("sqlState", e.sqlState());
    }
    return Value.text(answer.toString());
  }
}
