package io.snowpull.processor.model;

import java.util.List;

/** What the javadoc says: the COMMENT, the result and the errors; empty where it is silent. */
public record ProcedureDocumentation(String comment, String returns, List<String> errors) {}
