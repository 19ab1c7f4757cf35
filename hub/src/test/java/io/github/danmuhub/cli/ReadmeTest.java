package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.platform.bilibili.Bilibili;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library's example in both READMEs is this very method's body. */
class ReadmeTest {

  /** Not run: it would go out to the network. That it compiles is the point. */
  static void example() throws InterruptedException {
    // README begins
    try (DanmuClient client = DanmuClient.builder(new Bilibili()).build()) {
      client.listen(
          "printer",
          event -> {
            if (event instanceof Chat chat) {
              System.out.println(chat.user().displayName() + ": " + chat.text());
            }
          });
      client.open("bilibili:21452505");
      new CountDownLatch(1).await(1, TimeUnit.MINUTES);
    }
    // README ends
  }

  @Test
  void theExampleOfBothReadmesIsTheCodeThatCompilesHere() throws IOException {
    Path root = Path.of(System.getProperty("danmu.root", ".."));
    String source =
        Files.readString(root.resolve("hub/src/test/java/io/github/danmuhub/cli/ReadmeTest.java"));
    String example =
        source
            .substring(
                source.indexOf("// README begins\n") + 17, source.indexOf("    // README ends"))
            .stripTrailing()
            .stripIndent();
    assertThat(Files.readString(root.resolve("README.md"))).contains(example);
    assertThat(Files.readString(root.resolve("README.zh-CN.md"))).contains(example);
  }

  @Test
  void bothReadmesShowTheSameAndLeadToTheSamePages() throws IOException {
    String english = read("README.md");
    String chinese = read("README.zh-CN.md");
    // comments are translated
    assertThat(all("(?s)```.*?```", chinese.replaceAll(" +# .*", "")))
        .isEqualTo(all("(?s)```.*?```", english.replaceAll(" +# .*", "")));
    assertThat(all("\\]\\((?!README)[^)]*\\)", chinese))
        .isEqualTo(all("\\]\\((?!README)[^)]*\\)", english));
    assertThat(all("(?m)^##? ", chinese)).isEqualTo(all("(?m)^##? ", english));
  }

  private static String read(String readme) throws IOException {
    return Files.readString(Path.of(System.getProperty("danmu.root", "..")).resolve(readme));
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
