package io.snowpull.processor.javac;

import io.snowpull.processor.model.ProcedureDocumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Plain text out of doc comments; there are none for classes that come from jars. */
final class Javadoc {

  private static final Pattern BLOCK =
      Pattern.compile("(?m)^\\s*@(\\w+)\\s+(.*?)(?=^\\s*@\\w+\\s|\\z)", Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^{}]*)}");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern SENTENCE = Pattern.compile("(.+?\\.)(\\s|$).*", Pattern.DOTALL);

  private final Elements elements;

  Javadoc(Elements elements) {
    this.elements = elements;
  }

  /** The first sentence without its full stop; empty when there is no comment. */
  String firstSentence(Element element) {
    String comment = comment(element);
    String description = BLOCK.matcher(comment).replaceAll("");
    int paragraph = description.indexOf("<p>");
    String first = text(paragraph < 0 ? description : description.substring(0, paragraph));
    Matcher sentence = SENTENCE.matcher(first);
    String found = sentence.matches() ? sentence.group(1) : first;
    return found.endsWith(".") ? found.substring(0, found.length() - 1) : found;
  }

  /** The texts of {@code @param}, by name. */
  Map<String, String> parameters(Element element) {
    Map<String, String> texts = new TreeMap<>();
    for (String block : blocks(element, "param")) {
      int end = block.indexOf(' ');
      if (end > 0) {
        texts.put(block.substring(0, end), block.substring(end + 1));
      }
    }
    return texts;
  }

  ProcedureDocumentation procedure(Element element, String comment) {
    return new ProcedureDocumentation(
        comment.isEmpty() ? firstSentence(element) : comment,
        String.join(" ", blocks(element, "return")),
        blocks(element, "throws"));
  }

  private List<String> blocks(Element element, String tag) {
    List<String> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(comment(element));
    while (block.find()) {
      if (block.group(1).equals(tag)) {
        found.add(text(block.group(2)));
      }
    }
    return found;
  }

  private String comment(Element element) {
    String comment = elements.getDocComment(element);
    return comment == null ? "" : comment;
  }

  private static String text(String html) {
    String plain = MARKUP.matcher(INLINE.matcher(html).replaceAll("$1")).replaceAll(" ");
    String read =
        plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    return SPACES.matcher(read).replaceAll(" ").strip();
  }
}
