package io.snowpull.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MutationsTest {
  private static final int REQUESTS = 60;

  @Test
  void theSameSeedAndRequestsGiveTheSameChanges() throws IOException, InterruptedException {
    String once = lived(7);
    assertEquals(once, lived(7));
    assertNotEquals(once, lived(8));
  }

  private static String lived(long seed) throws IOException, InterruptedException {
    try (GitHubSimulator simulator =
        GitHubSimulator.start(SimulatorConfig.standard().withClock(new MovableClock()))) {
      SimulatedRepository repository = simulator.addRepository("o/r", IssueSource.generated(40, 1));
      String before = repository.issues().toString();
      simulator.live("o/r", seed);
      read(simulator, REQUESTS);
      assertTrue(simulator.rest() > REQUESTS / 2);
      String after = repository.issues().toString();
      assertNotEquals(before, after);
      read(simulator, 5);
      assertEquals(after, repository.issues().toString(), "at rest nothing changes");
      // The addresses in it hold the port, which is another each time.
      return after.replace(simulator.baseUrl(), "");
    }
  }

  private static void read(GitHubSimulator simulator, int times)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/repos/o/r/issues?state=all"))
            .header("User-Agent", "test")
            .header("Authorization", "Bearer t")
            .build();
    for (int i = 0; i < times; i++) {
      int status =
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode();
      assertEquals(200, status);
    }
  }
}
