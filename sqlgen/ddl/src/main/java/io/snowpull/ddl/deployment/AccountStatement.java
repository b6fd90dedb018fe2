package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.stream.Stream;
import org.jooq.QueryPart;

/**
 * One statement for the account.
 *
 * @param text what is sent
 * @param shown the same without secrets, for logs, dry runs and errors
 */
public record AccountStatement(String text, String shown) {
  private static final String MASK = "********";

  /** A statement of a template whose {@code {0}}, {@code {1}} ... are these parts. */
  static AccountStatement of(String template, QueryPart... parts) {
    String text = new Rendering().statement(template, parts);
    return new AccountStatement(text, text);
  }

  /** The same, where {@code {0}} is a text that nobody may see. */
  static AccountStatement withSecret(String template, String secret, QueryPart... others) {
    Rendering rendering = new Rendering();
    return new AccountStatement(
        rendering.statement(template, before(secret, others)),
        rendering.statement(template, before(MASK, others)));
  }

  private static QueryPart[] before(String first, QueryPart... others) {
    return Stream.concat(Stream.of(Rendering.text(first)), Stream.of(others))
        .toArray(QueryPart[]::new);
  }

  public boolean isSecret() {
    return !text.equals(shown);
  }

  /** Secrets never show. */
  @Override
  public String toString() {
    return shown;
  }
}
