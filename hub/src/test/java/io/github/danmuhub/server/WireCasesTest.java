package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 6455 at the hub's doors: how the client's {@code websocket-cases.txt} end at the echo. */
@TestInstance(Lifecycle.PER_CLASS)
class WireCasesTest {
  private static final Path CASES =
      Path.of(
          System.getProperty("danmu.root", ".."), "client/src/test/resources/websocket-cases.txt");
  private static final Pattern FRAME =
      Pattern.compile("([0-9a-f]{2})(?:\\*(\\d+))?(?:x(\\d+))?:([0-9a-f]*)");

  private Hub hub;

  @BeforeAll
  void start() throws Exception {
    hub = Hub.start();
  }

  @AfterAll
  void stop() {
    hub.close();
  }

  static Stream<String> cases() throws IOException {
    return Files.readAllLines(CASES).stream().filter(line -> line.matches("[0-9].*"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theEchoEndsAsTheRfcSays(String line) throws Exception {
    String[] columns = line.split(" *\\| *", -1);
    String close = columns[2].substring(columns[2].lastIndexOf("88:") + 3).strip();
    try (RawSocket socket = RawSocket.upgrade(hub.port(), "/ws/echo")) {
      socket.readUntil("comes back.");
      socket.send(bytes(columns[1]));
      assertThat(socket.readCloseCode()).isEqualTo(Integer.parseInt(close.substring(0, 4), 16));
    }
  }

  private static byte[] bytes(String frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String frame : frames.split(" +", -1)) {
      Matcher parts = FRAME.matcher(frame);
      assertThat(parts.matches()).as(frame).isTrue();
      int times = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
      byte[] payload = HexFormat.of().parseHex(parts.group(4).repeat(times));
      byte[] whole = RawSocket.frame(Integer.parseInt(parts.group(1), 16), payload);
      if (parts.group(2) != null) {
        whole[1] = (byte) (0x80 | Integer.parseInt(parts.group(2)));
      }
      out.writeBytes(whole);
    }
    return out.toByteArray();
  }
}
