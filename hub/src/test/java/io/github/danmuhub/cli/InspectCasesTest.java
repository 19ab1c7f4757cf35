package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What tools copy and save: the same frame in whatever dress is the same frame and event. */
class InspectCasesTest {
  private static final String AUTH_REPLY = "0000001a0010000100000008000000017b22636f6465223a307d";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path dir;

  InspectCasesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private static Path file(String name) {
    return Captures.dir().resolve("cases/inspect").resolve(name);
  }

  private static JsonNode frames(String... words) throws IOException {
    String[] args =
        Stream.concat(Stream.of("inspect", "--json"), Stream.of(words)).toArray(String[]::new);
    Run run = Run.danmu(args);
    // of the sockets in a HAR some are nobody's
    assertThat(run.exit())
        .as(run.err())
        .isLessThanOrEqualTo(String.join("", words).endsWith(".har") ? 1 : 0);
    return JSON.readTree(run.out()).path("frames");
  }

  /** Its layers and events, but for when they were read. */
  private static String meant(JsonNode frame) {
    return frame.path("layers")
        + ""
        + frame.path("events").toString().replaceAll("\"received\":\"[^\"]*\",?", "");
  }

  @TestFactory
  Stream<DynamicTest> everyDressGivesTheSameFrameAndEventsAsItsPlainHex() throws IOException {
    String numbers = Files.readString(file("int_array.txt")).replaceAll("[\\[\\]\\s]", "");
    String[] values = numbers.split(",", -1);
    byte[] frame = new byte[values.length];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (byte) Integer.parseInt(values[i]);
    }
    String hex = HexFormat.of().formatHex(frame);
    String plain = meant(frames(hex).get(0));
    assertThat(plain).contains("DANMU_MSG").contains("\"type\":\"chat\"");
    Stream<String> files =
        Stream.of(
            "wireshark_hexdump.txt",
            "xxd.txt",
            "hexdump_C.txt",
            "wireshark_c_array.txt",
            "hexdump_offsets_only.txt",
            "int_array.txt",
            "chrome_like.har",
            "mitm_like.har",
            "bom.har");
    Stream<DynamicTest> ofFiles =
        files.map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(meants(file(name).toString())).contains(plain)));
    Stream<DynamicTest> ofWords =
        dresses(frame).stream()
            .map(
                text ->
                    DynamicTest.dynamicTest(
                        text.substring(0, 30).strip(),
                        () -> {
                          Path file =
                              Files.writeString(dir.resolve("dress" + text.hashCode()), text);
                          assertThat(meants(file.toString())).containsExactly(plain);
                        }));
    return Stream.concat(ofFiles, ofWords);
  }

  private static List<String> meants(String input) throws IOException {
    return Stream.of(frames(input))
        .flatMap(all -> stream(all))
        .map(InspectCasesTest::meant)
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return all.stream();
  }

  /** What cases/inspect lacks. */
  private static List<String> dresses(byte[] frame) {
    HexFormat pairs = HexFormat.ofDelimiter(" ");
    StringBuilder words = new StringBuilder();
    StringBuilder signed = new StringBuilder("[");
    StringBuilder python = new StringBuilder("b'");
    StringBuilder keyed = new StringBuilder("{");
    for (int i = 0; i < frame.length; i++) {
      if (i % 16 == 0) {
        words.append(i == 0 ? "" : "\n").append("%07x".formatted(i));
      }
      if (i % 2 == 0) {
        int low = frame[i] & 0xff;
        int high = i + 1 < frame.length ? frame[i + 1] & 0xff : 0;
        words.append(" %02x%02x".formatted(high, low));
      }
      signed.append(i == 0 ? "" : ", ").append(frame[i]);
      keyed.append(i == 0 ? "" : ",").append("\"%d\":%d".formatted(i, frame[i] & 0xff));
      boolean plain = frame[i] > ' ' && frame[i] < 0x7f && "'\\".indexOf(frame[i]) < 0;
      python.append(plain ? "" + (char) frame[i] : "\\x%02x".formatted(frame[i]));
    }
    words.append("\n%07x\n".formatted(frame.length));
    String base64 = Base64.getEncoder().encodeToString(frame);
    return List.of(
        HexFormat.ofDelimiter(":").formatHex(frame),
        HexFormat.of().withUpperCase().formatHex(frame),
        pairs.formatHex(frame).replaceAll("(.{47}) ", "$1\n"),
        HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(frame),
        HexFormat.of().withPrefix("\\x").formatHex(frame),
        "<Buffer " + pairs.formatHex(frame) + ">",
        words.toString(),
        signed + "]",
        "Uint8Array(" + frame.length + ") " + signed + "]",
        "{\"type\":\"Buffer\",\"data\":" + signed.toString().replaceAll("-(\\d+)", "-$1") + "]}",
        keyed + "}",
        python + "'",
        "data:application/octet-stream;base64," + base64,
        base64,
        base64.replace('+', '-').replace('/', '_').replace("=", ""));
  }

  @Test
  void aHarWithoutSocketMessagesIsToldAsThat() {
    Run run = Run.danmu("inspect", file("firefox_like.har").toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("names sockets but holds none of their messages: Firefox");
  }

  @Test
  void aHarThatIsCutSaysSoAndShowsWhatItHolds() throws IOException {
    Run run = Run.danmu("inspect", file("cut.har").toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "danmu: cannot inspect this: the HAR is cut off in line 1:"
                + " what stood after that is missing\n");
    String whole = Files.readString(file("chrome_like.har"));
    Path later =
        Files.writeString(
            dir.resolve("later.har"), whole.substring(0, whole.indexOf("AAAAHwAQ") + 10));
    Run rest = Run.danmu("inspect", later.toString());
    assertThat(rest.exit()).isEqualTo(1);
    assertThat(rest.out())
        .contains("1 frame\n", "  => chat ", "problem: the HAR is cut off in line 1");
  }

  @Test
  void theTutorialsFramesAreExplained() {
    Run reply = Run.danmu("inspect", AUTH_REPLY);
    assertThat(reply.exit()).isZero();
    assertThat(reply.out())
        .contains("26", "authentication reply", "{\"code\":0}", "authentication accepted");
    String auth = "0000002100100001000000070000000" + "17b22726f6f6d6964223a3534353036387d";
    assertThat(Run.danmu("inspect", auth).out()).contains("sent", "authentication", "545068");
    Run beat = Run.danmu("inspect", "00 00 00 10 00 10 00 01  00 00 00 02 00 00 00 01");
    assertThat(beat.exit()).as(beat.out()).isZero();
    assertThat(beat.out()).contains("sent", "heartbeat");
  }

  @Test
  void theTutorialsHandshakeIsFoundToMatch() throws IOException {
    String handshake =
        """
        GET /sub HTTP/1.1
        Upgrade: websocket
        Sec-WebSocket-Key: W/kolcgVmU5mUVJi3i4tpA==
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits

        HTTP/1.1 101 Switching Protocols
        Sec-WebSocket-Accept: yjko/QGDLpz4adhGrf0jHwrlnG0=
        """;
    Path file = Files.writeString(dir.resolve("handshake.txt"), handshake);
    Run run = Run.danmu("inspect", file.toString());
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("matches the key", "messages may be compressed", "the socket opens");
    Path wrong = Files.writeString(dir.resolve("wrong.txt"), handshake.replace("yjko", "yjkp"));
    Run refused = Run.danmu("inspect", wrong.toString());
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out())
        .contains("wrong: for this key it must be yjko/QGDLpz4adhGrf0jHwrlnG0=");
  }

  @Test
  void whatIsAmbiguousIsToldAndCanBeChosen() {
    Run run = Run.danmu("inspect", "deadbeef");
    assertThat(run.err()).contains("taken for hex; it may be something else: --as \"base64\"");
    assertThat(Run.danmu("inspect", "deadbeef", "--as", "base64").out()).contains("base64");
    Run bad = Run.danmu("inspect", "deadbeef", "--as", "hexx");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.err()).contains("there are base64, bytes, 'data URL', escapes, hex, 'hex dump'");
    assertThat(Run.danmu("inspect", "000").err()).contains("3 hex digits, which is half a byte");
  }

  @Test
  void framesCanBeFilteredAndCloseCodesAreExplained() throws IOException {
    Path capture =
        Files.writeString(
            dir.resolve("c.jsonl"),
            """
            {"v":1,"ev":"open","c":1,"t":1700000000000,"url":"wss://x/sub?token=s3cret","platform":"bilibili"}
            {"ev":"msg","c":1,"t":1700000000001,"dir":"recv","op":2,"b64":"AAAAGgAQAAEAAAAIAAAAAXsiY29kZSI6MH0="}
            {"ev":"msg","c":1,"t":1700000050000,"dir":"send","op":2,"b64":"AAAAEAAQAAEAAAACAAAAAQ=="}
            {"ev":"msg","c":1,"t":1700000060000,"dir":"recv","op":2,"b64":"AAAAFAAQAAEAAAADAAAAAQAAAAE="}
            {"ev":"close","c":1,"t":1700000070000,"code":1006,"reason":""}
            """
                .replaceAll("(?m)^ +", ""));
    Run all = Run.danmu("inspect", capture.toString());
    assertThat(all.exit()).as(all.out()).isZero();
    assertThat(all.out())
        .contains("socket 1 closed: 1006, gone without a close frame")
        .contains("statistics: 2 frames received, 1 sent")
        .contains("socket 1 is silent for 60.0 s")
        .doesNotContain("s3cret");
    Run sent =
        Run.danmu("inspect", capture.toString(), "--filter", "direction=sent", "--depth", "1");
    assertThat(sent.out()).contains("#2 sent").doesNotContain("#1 received");
    assertThat(Run.danmu("inspect", capture.toString(), "--filter", "operation=heartbeat").out())
        .contains("#2 sent")
        .doesNotContain("#1", "#3");
  }

  @Test
  void statisticsNameUnknownCommandsAndHowWellFramesArePacked() throws IOException {
    byte[] message =
        packet(
            0, ("{\"cmd\":\"NEVER_HEARD_OF\",\"a\":\"" + "b".repeat(999) + "\"}").getBytes(UTF_8));
    byte[] frame = packet(2, Compressors.compress(Format.ZLIB, message));
    byte[] twice =
        ByteBuffer.allocate(2 * (4 + frame.length))
            .putInt(frame.length)
            .put(frame)
            .putInt(frame.length)
            .put(frame)
            .array();
    String file = Files.write(dir.resolve("twice.bin"), twice).toString();
    assertThat(Run.danmu("inspect", file).out())
        .contains("  unknown: NEVER_HEARD_OF", "  packed: ");
    JsonNode statistics =
        JSON.readTree(Run.danmu("inspect", "--json", file).out()).path("statistics");
    assertThat(statistics.path("unknown").path("NEVER_HEARD_OF").asInt()).isEqualTo(2);
    double ratio = (double) message.length / (frame.length - 16);
    assertThat(statistics.path("ratio").asDouble()).isBetween(ratio * 0.5, ratio + 0.1);
  }

  /** Bilibili's: plain (0) or in zlib (2). */
  private static byte[] packet(int version, byte[] body) {
    return ByteBuffer.allocate(16 + body.length)
        .putInt(16 + body.length)
        .putShort((short) 16)
        .putShort((short) version)
        .putInt(5)
        .putInt(1)
        .put(body)
        .array();
  }

  @Test
  void unknownBytesAreShownWithoutASchema() throws IOException {
    Run run = Run.danmu("inspect", "08960112026869"); // 1: 150, 2: "hi"
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("protobuf, if it is", "150", "varint, zigzag 75", "hi");
  }
}
