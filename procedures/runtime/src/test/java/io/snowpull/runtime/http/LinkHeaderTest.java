package io.snowpull.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          <https://h/a?page=2>; rel="next"                                    | https://h/a?page=2
          <https://h/a?page=2>; rel=next                                      | https://h/a?page=2
          <https://h/a?page=2>;rel="last next"                                | https://h/a?page=2
          <https://h/a?p=2>; title="x"; rel="next"                            | https://h/a?p=2
          <https://h/a?page=1>; rel="prev"                                    | none
          <https://h/a?page=1>; rel="nextish", <https://h/b>; rel="next"      | https://h/b
          <https://h/a,b;c>; rel="next", <https://h/z>; rel="last"            | https://h/a,b;c
          nonsense                                                            | none
          """)
  void readsTheNextRelation(String header, @org.jspecify.annotations.Nullable String expected) {
    assertEquals(Optional.ofNullable(expected), LinkHeader.target(List.of(header), "next"));
  }
}
