package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.replay.ReplayServer;
import io.github.danmuhub.replay.Tape;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A captured socket, once more: as its server, as its client, and into the decoder. */
class ReplayTest {
  private static final String CAPTURE =
      """
      {"v":1,"ev":"open","c":1,"t":1700000000000,"url":"wss://x/sub","platform":"bilibili","room":"7"}
      {"ev":"http","c":1,"t":1700000000000,"url":"https://x/token","status":200,"b64":"e30="}
      {"ev":"msg","c":1,"t":1700000000001,"dir":"send","op":1,"s":"hello"}
      {"ev":"msg","c":1,"t":1700000000002,"dir":"recv","op":1,"s":"welcome"}
      {"ev":"msg","c":1,"t":1700000000003,"dir":"send","op":1,"s":"ping"}
      {"ev":"msg","c":1,"t":1700000000004,"dir":"recv","op":1,"s":"pong"}
      {"ev":"msg","c":1,"t":1700000030000,"dir":"recv","op":2,"b64":"AAAAGgAQAAEAAAAIAAAAAXsiY29kZSI6MH0="}
      {"ev":"msg","c":1,"t":1700000030003,"dir":"send","op":1,"s":"ping"}
      {"ev":"msg","c":1,"t":1700000030004,"dir":"recv","op":1,"s":"pong"}
      """;

  private final Path dir;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  ReplayTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private static Capture capture() throws MalformedException {
    return CaptureReader.read(CAPTURE.getBytes(UTF_8));
  }

  private WebSocket dial(URI server) {
    return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(server, new Heard()).join();
  }

  private @Nullable String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void theServerWaitsForTheClientsWordsAndAnswersHeartbeats() throws Exception {
    try (ReplayServer server =
        new ReplayServer(Tape.of(capture(), Tape.Part.ALL), 0, 0, false, () -> {})) {
      WebSocket client = dial(server.uri());
      client.sendText("ping", true).join();
      assertThat(next()).as("a heartbeat's answer comes at once").isEqualTo("pong");
      assertThat(heard.poll()).as("the gate is closed").isNull();
      client.sendText("something else", true).join();
      assertThat(next()).isEqualTo("welcome");
      assertThat(next()).as("the rest, without the pause of 30 s").isEqualTo("26 bytes");
      client.sendText("ping", true).join();
      assertThat(next()).isEqualTo("pong");
      client.abort();
    }
  }

  @Test
  void itBeginsAgainWhereThatIsWantedAndPlaysAPartOnly() throws Exception {
    Tape end = Tape.of(capture(), new Tape.Part(1, 20_000, Long.MAX_VALUE));
    try (ReplayServer server = new ReplayServer(end, 0, 0, true, () -> {})) {
      WebSocket client = dial(server.uri());
      assertThat(next()).isEqualTo("26 bytes");
      assertThat(next()).isEqualTo("26 bytes");
      client.abort();
    }
  }

  @Test
  void theClientSaysItsPartToAServerOfThisMachine() throws Exception {
    Path file = Files.writeString(dir.resolve("c.jsonl"), CAPTURE);
    try (ReplayServer server =
        new ReplayServer(Tape.of(capture(), Tape.Part.ALL), 0, 0, false, () -> {})) {
      Run run =
          Run.danmu("replay", file.toString(), "--client", server.uri().toString(), "--speed", "0");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.err()).contains("all is said");
    }
    Run elsewhere = Run.danmu("replay", file.toString(), "--client", "ws://chat.example/");
    assertThat(elsewhere.exit()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("a capture is sent to this machine only");
  }

  @Test
  void offlineItsEventsArePrinted() throws IOException {
    byte[] chat = "{\"cmd\":\"PREPARING\",\"roomid\":7}".getBytes(UTF_8);
    byte[] packet =
        ByteBuffer.allocate(16 + chat.length)
            .putInt(16 + chat.length)
            .putShort((short) 16)
            .putShort((short) 0)
            .putInt(5)
            .putInt(1)
            .put(chat)
            .array();
    Path file = Files.write(dir.resolve("frame.bin"), packet);
    Run run = Run.danmu("replay", file.toString(), "--offline", "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"type\":\"broadcast\"").contains("offline");
  }

  @Test
  void whatCannotBePlayedIsToldInWords() throws IOException {
    Path file = Files.writeString(dir.resolve("c.jsonl"), CAPTURE);
    assertThat(Run.danmu("replay", dir.resolve("no.jsonl").toString()).err())
        .contains("no such file");
    assertThat(Run.danmu("replay", file.toString(), "--socket", "9").err())
        .contains("no frames of socket 9");
    assertThat(Run.danmu("replay", file.toString(), "--speed", "-1").err())
        .contains("--speed must be 0 or more");
  }

  private final class Heard implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      heard.add(data.remaining() + " bytes");
      socket.request(1);
      return null;
    }
  }
}
