package io.snowpull.local.engine.session;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** The parameters of one session; what is not set has its default. Safe for several threads. */
public final class SessionParameters {

  private final Map<ParameterDefinition, String> set = new EnumMap<>(ParameterDefinition.class);

  public synchronized String value(ParameterDefinition parameter) {
    return set.getOrDefault(parameter, parameter.defaultValue());
  }

  public boolean isTrue(ParameterDefinition parameter) {
    return Boolean.parseBoolean(value(parameter));
  }

  public long number(ParameterDefinition parameter) {
    return Long.parseLong(value(parameter));
  }

  /** Sets the parameter after checking the value. */
  public synchronized void set(ParameterDefinition parameter, String value) {
    set.put(parameter, parameter.checked(value));
  }

  public synchronized void unset(ParameterDefinition parameter) {
    set.remove(parameter);
  }

  /** Whether the session has set the parameter itself; SHOW PARAMETERS' column level. */
  public synchronized boolean isSet(ParameterDefinition parameter) {
    return set.containsKey(parameter);
  }

  /** The session's time zone. */
  public ZoneId zone() {
    return ZoneId.of(value(ParameterDefinition.TIMEZONE));
  }
}
