package io.snowpull.local.worker;

import com.snowflake.snowpark_java.Session;
import io.snowpull.local.worker.protocol.SessionTarget;
import java.util.HashMap;
import java.util.Map;

/** Opens the sessions that handlers get: real ones, over the loopback. */
final class Sessions {

  /** A session of its own for each call, because its token stands for one procedure's rights. */
  Session open(SessionTarget target) {
    Map<String, String> config = new HashMap<>(target.properties());
    config.put("URL", target.url());
    config.put("USER", target.user());
    config.put("AUTHENTICATOR", "oauth");
    config.put("TOKEN", target.token());
    // Both would send the driver to hosts outside the account.
    config.put("CLIENT_TELEMETRY_ENABLED", "false");
    config.put("disablePlatformDetection", "true");
    try {
      return Session.builder().configs(config).create();
    } catch (RuntimeException e) {
      throw new SessionException("The worker could not log in to the account.", e);
    }
  }
}
