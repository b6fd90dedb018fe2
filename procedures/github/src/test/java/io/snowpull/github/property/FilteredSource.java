package io.snowpull.github.property;

import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A source whose questions or answers are tampered with. */
record FilteredSource(
    Source source,
    BiFunction<PageRequest, Function<PageRequest, SourceAnswer>, SourceAnswer> filter)
    implements Source {

  static Source requests(Source source, UnaryOperator<PageRequest> change) {
    return new FilteredSource(source, (request, fetch) -> fetch.apply(change.apply(request)));
  }

  static Source pages(Source source, UnaryOperator<SourcePage> change) {
    return new FilteredSource(
        source,
        (request, fetch) -> {
          SourceAnswer answer = fetch.apply(request);
          return answer instanceof SourcePage page ? change.apply(page) : answer;
        });
  }

  @Override
  public SourceIdentity identify(String resourceId) {
    return source.identify(resourceId);
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    return filter.apply(request, passed -> source.fetch(sourceId, passed));
  }
}
