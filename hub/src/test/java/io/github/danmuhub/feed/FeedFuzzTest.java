package io.github.danmuhub.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.feed.learn.FeedDraft;
import io.github.danmuhub.inspect.InspectOptions;
import io.github.danmuhub.inspect.Inspection;
import io.github.danmuhub.wire.MalformedException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** A file from anybody, and what a site may send to a feed. */
@Tag("load")
class FeedFuzzTest {
  private static final String FRONT = "feed: 1\nid: any\nsocket: {url: 'ws://a.example/'}\n";
  private static final String BACK =
      """

      events:
      - {type: chat, when: {$.t: 1}, id: $.i, time: $.at, user: $.u, text: '$.a.b[0]'}
      - {type: gift, gift: $.g, count: $.n, user: $.u}
      """;

  private static final List<String> CHAINS =
      List.of(
          "[json]",
          "[gunzip, json]",
          "[inflate, lines, json]",
          "[brotli, json]",
          "[base64, json]",
          "[protobuf-raw]",
          "[{skip: '42'}, json, {at: $.d}, base64, gunzip, json]",
          "[lines, json, {at: $.d}, json]");

  /** Read when they are needed: what is loaded before the fuzzer begins, it cannot watch. */
  private static final class Sites {
    static final List<FeedPlatform> ALL =
        CHAINS.stream()
            .map(chain -> FeedReader.parse("any.yaml", FRONT + "decode: " + chain + BACK))
            .toList();
  }

  static Stream<byte[]> files() {
    return CHAINS.stream().map(chain -> (FRONT + "decode: " + chain + BACK).getBytes(UTF_8));
  }

  @MethodSource("files")
  @FuzzTest
  void anyFileIsReadOrRefusedInALine(byte[] file) {
    try {
      assertThat(FeedReader.parse("any.yaml", new String(file, UTF_8)).id()).isNotBlank();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("any.yaml").doesNotContain("\n");
    }
  }

  static Stream<byte[]> frames() {
    return Stream.of(
        "{\"t\":1,\"i\":7,\"at\":1700000000,\"u\":\"a\",\"a\":{\"b\":[\"hi\"]}}".getBytes(UTF_8),
        "{\"g\":\"x\",\"n\":1e99,\"u\":[]}\n{}".getBytes(UTF_8),
        "42{\"d\":\"H4sIAAAAAAAA/6uuBQBDv6ajAgAAAA==\"}".getBytes(UTF_8),
        new byte[] {8, 1, 18, 2, 8, 3});
  }

  /** Whatever the chain, as a frame of its only site. */
  @MethodSource("frames")
  @FuzzTest
  void anyFrameBecomesEventsOrIsRefused(byte[] frame) throws Exception {
    for (FeedPlatform feed : Sites.ALL) {
      try {
        InspectOptions named =
            new InspectOptions(feed.id(), "bytes", List.of(), Integer.MAX_VALUE, false, null);
        Inspection.of(List.of(feed), named, frame, 1).writeJson(OutputStream.nullOutputStream());
      } catch (MalformedException e) {
        assertThat(e.why()).isNotBlank();
      }
    }
  }

  static Stream<byte[]> captures() {
    return Stream.of(
        """
        {"v":1,"ev":"open","c":1,"t":1,"url":"wss://ws.cats.example/chat?room=5&token=s3cret"}
        {"ev":"msg","c":1,"t":1000,"dir":"send","op":1,"s":"beat"}
        {"ev":"msg","c":1,"t":32000,"dir":"send","op":1,"s":"beat"}
        {"ev":"msg","c":1,"t":32001,"dir":"recv","op":1,"s":"{\\"text\\":\\"hi\\"}"}
        """
            .getBytes(UTF_8));
  }

  /** A draft of whatever was captured is a file that can be read. */
  @MethodSource("captures")
  @FuzzTest
  void anyCaptureIsLearnedFromOrRefused(byte[] file) {
    Capture capture;
    try {
      capture = CaptureReader.read(file);
    } catch (MalformedException e) {
      return;
    }
    String draft;
    try {
      draft = FeedDraft.of(capture);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(FeedReader.parse("draft.yaml", draft).id()).isNotBlank();
  }
}
