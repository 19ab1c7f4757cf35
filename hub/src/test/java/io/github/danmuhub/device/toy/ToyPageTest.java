package io.github.danmuhub.device.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.protocol.Report.State;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated toy's page, over HTTP. */
class ToyPageTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Toy toy = new Toy(new SafeBrain(), Nowhere::new, line -> {});
  private ToyPage page;

  /** A way that is never open. */
  private record Nowhere(ToyWay.Ears ears) implements ToyWay {
    @Override
    public void advance(long ticks) {}

    @Override
    public void say(String report) {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws Exception {
    toy.start();
    page = ToyPage.open(toy, 0);
  }

  @AfterEach
  void close() {
    page.close();
    toy.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(page.uri() + path));
  }

  @Test
  void allThatThePageNamesIsThere() throws Exception {
    assertThat(send(at("/")).body()).contains("toy.js");
    for (String file : new String[] {"toy.css", "toy.js", "room.js", "cat.js", "words.js"}) {
      assertThat(send(at("/" + file)).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void itTellsHowTheToyStands() throws Exception {
    var answer = client.send(at("/pose").build(), BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("data: {\"tick\":").contains("\"state\":\"free\"");
    }
  }

  @Test
  void itsButtonStopsAndNoOtherPageMayPressIt() throws Exception {
    var foreign =
        at("/stop")
            .POST(HttpRequest.BodyPublishers.noBody())
            .header("origin", "http://evil.example");
    assertThat(send(foreign).statusCode()).isEqualTo(403);
    assertThat(toy.state().state()).isEqualTo(State.FREE);
    assertThat(send(at("/stop").POST(HttpRequest.BodyPublishers.noBody())).statusCode())
        .isEqualTo(200);
    await().until(() -> toy.state().state() == State.STOPPED);
  }
}
