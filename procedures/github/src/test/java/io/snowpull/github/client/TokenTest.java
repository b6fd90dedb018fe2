package io.snowpull.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  @Test
  void losesTheWhiteSpaceAroundIt() {
    assertEquals("Bearer ghp_abc", Token.of(" ghp_abc\n").authorization());
  }

  @Test
  void neverShowsItself() {
    assertFalse(Token.of("ghp_abc").toString().contains("ghp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "ghp_abc\nghp_def", "ghp abc", "ghp_ä"})
  void refusesWhatCannotBeAToken(String secret) {
    GitHubException failure = assertThrows(GitHubException.class, () -> Token.of(secret));
    assertEquals(GitHubError.TOKEN_INVALID, failure.code());
    assertFalse(String.valueOf(failure.getMessage()).contains("ghp"));
  }
}
