package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.server.problem.ToldJson;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a hub runs, and what lets us in. */
final class HubAddress {
  private static final int REFUSED = 400;

  @Option(
      names = "--hub",
      paramLabel = "URL",
      description = "A hub that runs (default: http://127.0.0.1:7077).")
  URI hub = URI.create("http://127.0.0.1:7077");

  @Option(names = "--token", paramLabel = "TOKEN", description = "What it asks for, if it does.")
  @Nullable String token;

  /**
   * Asks it; blocks until the answer begins.
   *
   * @param path below its address, escaped
   * @throws CommandFailure in words, where nobody answers there
   */
  HttpResponse<InputStream> send(
      String method, String path, Map<String, String> headers, BodyPublisher body)
      throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path)).method(method, body);
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("rpc.nobody", hub), e);
    }
  }

  /** A part of a path, or a value of a query. */
  static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /**
   * Lets an answer pass.
   *
   * @throws CommandFailure in the hub's own words, where it refuses
   */
  static void check(HttpResponse<InputStream> answer) throws IOException {
    if (answer.statusCode() >= REFUSED) {
      JsonNode problem = json(answer);
      String detail = problem.path("detail").asText("HTTP " + answer.statusCode());
      throw new CommandFailure(
          ToldJson.read(problem.path("told"))
              .orElse(Phrase.of("problem.other", Phrase.library(Printable.line(detail)))));
    }
  }

  static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      return CallJson.read(new String(body.readAllBytes(), UTF_8));
    } catch (JsonProcessingException e) {
      throw new CommandFailure(Phrase.of("rpc.no-hub"), e);
    }
  }
}
