package io.snowpull.processor.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.mustachejava.MustacheException;
import org.junit.jupiter.api.Test;

class TemplateTest {

  record Scope(String text) {}

  @Test
  void threeBracesEscapeAsTwoDo() {
    Template template = new Template("both-braces.mustache", new SqlLanguage());
    assertEquals("'it''s <b>' 'it''s <b>'\n", template.render(new Scope("it's <b>")));
  }

  @Test
  void aNameThatNothingHasFails() {
    Template template = new Template("unknown-name.mustache", new SqlLanguage());
    MustacheException thrown =
        assertThrows(MustacheException.class, () -> template.render(new Scope("x")));
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertTrue(String.valueOf(cause).contains("'txet'"), () -> "unhelpful: " + thrown);
  }

  @Test
  void aMissingTemplateIsNamed() {
    assertThrows(
        MustacheException.class, () -> new Template("no-such.mustache", new SqlLanguage()));
  }
}
