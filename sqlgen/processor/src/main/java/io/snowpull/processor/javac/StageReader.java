package io.snowpull.processor.javac;

import io.snowpull.annotations.StateStage;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.StageDefinition;
import javax.lang.model.element.TypeElement;

/** Reads a type with {@link StateStage}. */
final class StageReader {

  private final Javadoc javadoc;

  StageReader(Javadoc javadoc) {
    this.javadoc = javadoc;
  }

  StageDefinition read(TypeElement type) {
    StateStage declared = type.getAnnotation(StateStage.class);
    Identifier name =
        declared.name().isEmpty()
            ? Identifier.ofJavaName(type.getSimpleName().toString())
            : new Identifier(declared.name());
    return new StageDefinition(
        Origins.of(type),
        new QualifiedName(new Identifier(declared.schema()), name),
        new Keyword(declared.fileType().name()),
        declared.comment().isEmpty() ? javadoc.firstSentence(type) : declared.comment(),
        ApplicationReader.identifiers(declared.readableBy()));
  }
}
