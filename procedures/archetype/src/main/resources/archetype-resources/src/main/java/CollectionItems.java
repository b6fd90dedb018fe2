package ${package};

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.http.JsonApi;
import io.snowpull.runtime.source.PageReader;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;

/**
 * The items of collections, oldest change first. Replace paths and fields with those of your API; it
 * has to order by the time of the last change, and to answer from a time on.
 */
record CollectionItems(JsonApi api) implements Source {
  private static final PageReader ROWS = new PageReader("id", "changed_at");

  @Override
  public SourceIdentity identify(String collection) {
    JsonNode found = api.get("/collections/" + JsonApi.encoded(collection)).json();
    return new SourceIdentity(
        found.required("id").longValue(), found.required("name").textValue());
  }

  @Override
  public SourceAnswer fetch(long collection, PageRequest request) {
    if (request instanceof PageRequest.At next) {
      return api.get(next.address()).page(ROWS);
    }
    PageRequest.Since changed = (PageRequest.Since) request;
    String path = "/collections/" + collection + "/items?order=changed_at";
    return api.get(path + changed.since().map(time -> "&changed_since=" + time).orElse(""))
        .page(ROWS);
  }
}
