package io.snowpull.processor.render;

import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;

/** Markdown: a String is prose whose marks mean nothing, a name stands between backticks. */
final class MarkdownLanguage implements Language {

  @Override
  public String write(Object value) {
    if (value instanceof String text) {
      return prose(text);
    }
    if (value instanceof Identifier
        || value instanceof QualifiedName
        || value instanceof SqlType
        || value instanceof Keyword) {
      return "`" + value.toString().replace("`", "'").replace("|", "\\|") + "`";
    }
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof Layout layout) {
      return layout.text();
    }
    throw Language.unwritable(value, "Markdown");
  }

  private static String prose(String text) {
    return text.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>#|$])", "\\\\$1");
  }
}
