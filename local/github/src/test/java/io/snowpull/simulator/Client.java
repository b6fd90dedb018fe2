package io.snowpull.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A plain HTTP client that follows nothing by itself. */
final class Client {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String baseUrl;

  Client(GitHubSimulator simulator) {
    this.baseUrl = simulator.baseUrl();
  }

  Answer get(String pathOrUrl, String... headers) throws IOException, InterruptedException {
    String url = pathOrUrl.startsWith("http") ? pathOrUrl : baseUrl + pathOrUrl;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response);
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return new Answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
  }

  record Answer(HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() throws IOException {
      if (!header("Content-Encoding").equals("gzip")) {
        return JSON.readTree(response.body());
      }
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
        return JSON.readTree(in);
      }
    }

    Optional<String> next() {
      Matcher matcher = NEXT.matcher(header("Link"));
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    List<String> all(String header) {
      return response.headers().allValues(header);
    }
  }
}
