package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform changes: two captures, and a capture beside a live room, name each change. */
class PlantedChangesTest {
  private static final List<String> BEFORE =
      List.of(
          "{\"cmd\":\"A\",\"data\":{\"name\":\"x\",\"n\":1,\"gone\":true,\"list\":[{\"k\":1}]}}",
          "{\"cmd\":\"B\",\"v\":\"text\",\"o\":{\"p\":1}}",
          "{\"cmd\":\"OLD\",\"x\":1}",
          "{\"cmd\":\"C\",\"flag\":1,\"deep\":{\"er\":{\"est\":\"a\"}}}");

  private static final List<String> NOW =
      List.of(
          "{\"cmd\":\"A\",\"data\":{\"nick\":\"x\",\"n\":\"1\",\"list\":[{\"k\":1,\"more\":2}]}}",
          "{\"cmd\":\"B\",\"v\":[\"text\"],\"o\":\"{}\",\"extra\":0.5}",
          "{\"cmd\":\"NEW\",\"x\":1}",
          "{\"cmd\":\"C\",\"flag\":true,\"deep\":{\"er\":{}}}");

  private static final List<String> CHANGES =
      List.of(
          "A: field renamed data.name → data.nick",
          "A: field data.n is [text], was [number]",
          "A: field gone data.gone",
          "A: new field data.list[].more",
          "B: field v is [list], was [text]",
          "B: field o is [text], was [object]",
          "B: new field extra",
          "new command bilibili: NEW",
          "command gone bilibili: OLD",
          "C: field flag is [true or false], was [number]",
          "C: field gone deep.er.est");

  private final Path dir;

  PlantedChangesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void betweenTwoCapturesAllOfThemAreNamed() throws IOException {
    Path before = capture("before.bin", BEFORE, 0);
    Path now = capture("now.bin", NOW, 2);
    Run run = Run.danmu("inspect", "--diff", before.toString(), now.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains(CHANGES).contains("new: bilibili: zlib body");
    Run same = Run.danmu("inspect", "--diff", before.toString(), before.toString());
    assertThat(same.exit()).isZero();
    assertThat(same.err()).contains("nothing has changed");
  }

  @Test
  void ofProtobufThatNoPlatformKnowsTheyAreNamedByASchema() throws IOException {
    Path schema =
        Files.writeString(
            dir.resolve("cat.proto"),
            """
            message Chat { User user = 1; string text = 2; repeated int32 rooms = 3; }
            message User { uint64 id = 1; string name = 2; }
            """);
    // user {id: 7, name: "x"}, text: "hi", rooms: [1, 2]; then text as a number, user without name
    Path before = frames("before.jsonl", "0a05080712017812026869" + "1a020102");
    Path now = frames("now.jsonl", "0a020807" + "1005" + "1a020102" + "2001");
    String[] words = {"inspect", "--diff", before.toString(), now.toString()};
    assertThat(Run.danmu(words).out())
        .contains("protobuf, if it is: field 2 is [varint], was [bytes]")
        .contains("field gone 1.2, [bytes] (was in 1 of 1)")
        .contains("new field 4, [varint] (in 1 of 1)");
    String[] named = {
      words[0], words[1], words[2], words[3], "--schema", schema.toString(), "--message", "Chat"
    };
    assertThat(Run.danmu(named).out().lines())
        .containsExactly(
            "no platform: Chat: new field 4, [varint] (in 1 of 1)",
            "no platform: Chat: field gone user.name, [string] (was in 1 of 1)",
            "no platform: Chat: field text is [varint], was [string]");
  }

  private Path frames(String name, String hex) throws IOException {
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    return Files.writeString(
        dir.resolve(name),
        """
        {"v":1,"ev":"open","c":1,"t":1795248000000,"url":"wss://cats.example/"}
        {"ev":"msg","c":1,"t":1795248000002,"dir":"recv","op":2,"b64":"%s"}
        """
            .formatted(base64));
  }

  /** A busy machine hears little in a moment: the doctor listens longer each time. */
  @Test
  void besideALiveRoomTheDoctorNamesThemAll() throws IOException {
    Path before = capture("before.bin", BEFORE, 0);
    Run run = new Run(0, "", "");
    for (int seconds = 2; seconds <= 64 && !namesAll(run); seconds *= 2) {
      run = doctor(before, seconds);
    }
    assertThat(run.out()).contains(CHANGES).contains("new: bilibili: brotli body");
    assertThat(run.out()).contains("! against before.bin: ");
    assertThat(run.exit()).isEqualTo(1);
  }

  private static boolean namesAll(Run run) {
    return CHANGES.stream().allMatch(run.out()::contains);
  }

  /** The room says what the second capture holds, in the packing that its client asks for. */
  private static Run doctor(Path against, int seconds) throws IOException {
    List<RecordedFrame> frames = new ArrayList<>();
    for (String message : NOW) {
      byte[] packet = packet(message.getBytes(UTF_8), 0);
      frames.add(new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(packet)));
    }
    try (Simulator simulator = Hosted.replaying(50, "bilibili:545068", frames)) {
      return Run.danmu(
          "doctor",
          "bilibili:545068",
          "--simulator",
          simulator.uri().toString(),
          "--against",
          against.toString(),
          "--for",
          seconds + "s");
    }
  }

  /** Bilibili's packets, a frame each; plain (0) or in zlib (2). */
  private Path capture(String name, List<String> messages, int version) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String message : messages) {
      byte[] plain = packet(message.getBytes(UTF_8), 0);
      byte[] frame =
          version == 0 ? plain : packet(Compressors.compress(Format.ZLIB, plain), version);
      file.writeBytes(ByteBuffer.allocate(4).putInt(frame.length).array());
      file.writeBytes(frame);
    }
    return Files.write(dir.resolve(name), file.toByteArray());
  }

  private static byte[] packet(byte[] body, int version) {
    return ByteBuffer.allocate(16 + body.length)
        .putInt(16 + body.length)
        .putShort((short) 16)
        .putShort((short) version)
        .putInt(5)
        .putInt(1)
        .put(body)
        .array();
  }
}
