package io.snowpull.processor.model;

import java.util.List;

/** What every Java procedure runs on. */
public record RuntimeDefinition(String jar, String version, List<String> packages) {}
