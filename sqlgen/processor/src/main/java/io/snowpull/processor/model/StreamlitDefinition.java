package io.snowpull.processor.model;

import java.util.List;

/** A Streamlit page; title and comment empty for none. */
public record StreamlitDefinition(
    Origin origin,
    QualifiedName name,
    String from,
    String mainFile,
    String title,
    String comment,
    List<Identifier> grantedTo) {}
