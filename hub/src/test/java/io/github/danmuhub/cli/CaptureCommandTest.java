package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.Echo;
import io.github.danmuhub.transport.ListeningPort;
import io.github.danmuhub.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureCommandTest {
  private static final String PAGE =
      """
      <script>
        const s = new WebSocket("ws://" + location.host + "/chat?token=secret&room=1");
        s.onopen = () => s.send("the password");
      </script>
      """;

  @Test
  void aPagesFramesAreShownAndKeptWithoutWhatMayBeSecret(@TempDir Path dir) throws Exception {
    assumeTrue(BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    Path har = dir.resolve("page.har");
    try (Transport transport = Transport.create(1)) {
      ListeningPort port =
          transport.listen(
              transport.nextLoop(),
              0,
              request -> {
                if (request.wantsWebSocket()) {
                  request.accept(new Echo());
                } else {
                  request.answer(HttpReply.of(200, "text/html; charset=utf-8", PAGE));
                }
              });
      String page = "http://127.0.0.1:" + port.port() + "/";
      Run run = Run.danmu(List.of("capture", page, "--out", har.toString(), "--limit", "2"));
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("#1 opened: ws://127.0.0.1:" + port.port() + "/chat?token=***&room=1, made at ")
          .contains("#1 → 12 B  (blanked; --raw keeps it)")
          .contains("#1 ← 12 B  the password");
      assertThat(run.err()).contains("captured 2 frames of 1 socket");
    }
    assertThat(CaptureReader.read(har).messages())
        .extracting(message -> message.direction() + " " + message.bytes().text().strip())
        .containsExactly(
            Direction.SENT + " \0\0\0\0\0\0\0\0\0\0\0\0", Direction.RECEIVED + " the password");
    assertThat(dir)
        .isDirectoryContaining(file -> file.equals(har))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".jsonl"));
  }

  @Test
  void whatIsNoPageIsWrongUsage() {
    Run run = Run.danmu(List.of("capture", "ws://example.com/"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("'ws://example.com/' is no page: write http://… or https://…");
  }
}
