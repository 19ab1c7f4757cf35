package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hub without memory ends at once, with a line and a code that a supervisor knows. */
@Tag("load")
class OutOfMemoryTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final int SOCKETS = 2_000;

  /** Bytes of the answer that opens the socket, of which there are some more. */
  private static final int HANDSHAKE = 128;

  /** What the launcher says to Java about it. */
  private static String[] launched() throws IOException {
    String launcher = Files.readString(ROOT.resolve("scripts/run.sh"), UTF_8);
    Stream<String> flags =
        Stream.of(launcher.split("[\\s()]+", -1)).filter(each -> each.startsWith("-XX:+"));
    return Stream.concat(
            Stream.of("-Xmx24m"), flags.filter(each -> each.matches(".*(Memory|Stderr).*")))
        .toArray(String[]::new);
  }

  private static HubProcess hub() throws IOException {
    return new HubProcess(launched());
  }

  @Test
  void itEndsWithOneLineAndCode3() throws Exception {
    try (HubProcess hub = hub()) {
      fill(hub);
      assertThat(hub.line("Terminating")).contains("OutOfMemoryError");
      assertThat(hub.exitCode()).isEqualTo(3);
    }
  }

  /** Sockets, and subscriptions as far as they may go, until the process is gone. */
  private static void fill(HubProcess hub) throws IOException {
    List<RawSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < SOCKETS; i++) {
        RawSocket socket = RawSocket.upgrade(hub.port(), "/ws?quiet=1");
        sockets.add(socket);
        socket.skip(HANDSHAKE);
        for (int n = 0; n < 25; n++) {
          socket.send(SmallHubTest.subscription(n));
        }
      }
    } catch (IOException gone) {
      assertThat(sockets).isNotEmpty();
    } finally {
      for (RawSocket socket : sockets) {
        socket.close();
      }
    }
  }
}
