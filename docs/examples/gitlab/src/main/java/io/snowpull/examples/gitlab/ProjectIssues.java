package io.snowpull.examples.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.http.JsonApi;
import io.snowpull.runtime.source.PageReader;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;

// docs:begin source
/** The issues of projects, oldest change first: https://docs.gitlab.com/api/issues/ */
record ProjectIssues(JsonApi api) implements Source {
  private static final PageReader ROWS = new PageReader("id", "updated_at");

  @Override
  public SourceIdentity identify(String project) {
    JsonNode found = api.get("/projects/" + JsonApi.encoded(project)).json();
    return new SourceIdentity(
        found.required("id").longValue(), found.required("path_with_namespace").textValue());
  }

  @Override
  public SourceAnswer fetch(long project, PageRequest request) {
    if (request instanceof PageRequest.At next) {
      return api.get(next.address()).page(ROWS);
    }
    PageRequest.Since changed = (PageRequest.Since) request;
    String path = "/projects/" + project + "/issues?order_by=updated_at&sort=asc&per_page=100";
    return api.get(path + changed.since().map(time -> "&updated_after=" + time).orElse(""))
        .page(ROWS);
  }
}
// docs:end source
