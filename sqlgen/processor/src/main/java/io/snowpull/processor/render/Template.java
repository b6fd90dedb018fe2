package io.snowpull.processor.render;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A Mustache template of one language.
 *
 * <p>Escaping happens where a value becomes text, so {@code {{x}}} and {@code {{{x}}}} are equally
 * safe, and a name the scope does not have is an error instead of nothing.
 */
final class Template {

  private final Mustache mustache;

  Template(String resource, Language language) {
    this.mustache = new Factory(language).compile(resource);
  }

  String render(Object scope) {
    StringWriter text = new StringWriter();
    mustache.execute(text, scope);
    return text.toString().replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  private static Reader open(String resource) {
    InputStream stream = Template.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new MustacheException("no template " + resource);
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }

  private static final class Factory extends DefaultMustacheFactory {

    Factory(Language language) {
      super(Template::open);
      setObjectHandler(new TypedHandler(language));
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (java.io.IOException e) {
        throw new MustacheException("cannot write a value", e);
      }
    }
  }

  private static final class TypedHandler extends ReflectionObjectHandler {

    private final Language language;

    TypedHandler(Language language) {
      this.language = language;
    }

    @Override
    public String stringify(Object value) {
      return language.write(value);
    }

    @Override
    public Wrapper find(String name, List<Object> scopes) {
      Wrapper wrapper = super.find(name, scopes);
      if (wrapper instanceof MissingWrapper) {
        throw new MustacheException(
            "a template names '" + name + "', which no value in scope has: " + scopes);
      }
      return wrapper;
    }
  }
}
