package io.snowpull.processor.render;

import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.QualifiedName;

/** YAML: a String becomes a double-quoted scalar, whatever it holds. */
final class YamlLanguage implements Language {

  @Override
  public String write(Object value) {
    if (value instanceof String text) {
      return ModelJson.quoted(text);
    }
    if (value instanceof Identifier
        || value instanceof QualifiedName
        || value instanceof Keyword
        || value instanceof Number
        || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Layout layout) {
      return layout.text();
    }
    throw Language.unwritable(value, "YAML");
  }
}
