package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.config.HubConfigReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/rpc.md shows works. */
class RpcDocsTest {
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private static String doc() throws Exception {
    return Files.readString(Path.of(System.getProperty("danmu.root", ".."), "docs", "rpc.md"));
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  private static void answer(PageClient page, JsonNode call) {
    RpcHub.result(page, call);
  }

  @Test
  void eachConfigurationIsGood() throws Exception {
    Matcher blocks = YAML.matcher(doc());
    int found = 0;
    while (blocks.find()) {
      assertThat(HubConfigReader.parse("docs/rpc.md", blocks.group(1)).rpc()).isNotNull();
      found++;
    }
    assertThat(found).isEqualTo(4);
  }

  @Test
  void eachRequestIsAnswered() throws Exception {
    try (RpcHub rpc = RpcHub.start("eval: false");
        PageClient page =
            PageClient.open(
                rpc.socket("/ws/rpc"),
                opened ->
                    opened.send(
                        "{\"op\":\"hello\",\"group\":\"live\",\"id\":\"tab-1\",\"actions\":"
                            + "[\"sign\",\"title\",\"count\"]}"),
                (from, message) -> {
                  if (message.path("type").asText().equals("call")) {
                    answer(from, message);
                  }
                })) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !page.heard.isEmpty());
      List<String> lines = doc().lines().filter(line -> line.startsWith("curl ")).toList();
      assertThat(lines).hasSize(9);
      for (String line : lines) {
        assertThat(send(rpc, words(line)).statusCode()).as(line).isBetween(200, 204);
      }
      assertThat(page.heard).isNotEmpty();
    }
  }

  private static HttpResponse<String> send(RpcHub rpc, List<String> words) throws Exception {
    String url = words.stream().filter(word -> word.startsWith("http")).findFirst().orElseThrow();
    int data = words.indexOf("-d");
    int header = words.indexOf("-H");
    int method = words.indexOf("-X");
    String[] headers = header < 0 ? new String[0] : words.get(header + 1).split(": ", -1);
    return rpc.hub()
        .send(
            method > 0 ? words.get(method + 1) : data > 0 ? "POST" : "GET",
            url.replace("http://127.0.0.1:7077", ""),
            data > 0 ? words.get(data + 1) : null,
            headers);
  }
}
