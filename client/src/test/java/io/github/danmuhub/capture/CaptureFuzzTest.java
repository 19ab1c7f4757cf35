package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.testing.PacketWriter;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A file from anybody: it is read as far as it goes, and what is wrong is said. */
class CaptureFuzzTest {
  private static final String JSONL =
      """
      {"v":1,"ev":"open","c":1,"t":1795248000000,"url":"wss://x/sub","platform":"bilibili","room":"1"}
      {"ev":"msg","c":1,"t":1795248000002.5,"dir":"recv","op":2,"b64":"AAH/"}
      {"ev":"msg","c":1,"t":1795248000003,"dir":"send","op":1,"s":"弹"}
      {"ev":"http","t":3,"url":"https://x","status":200,"b64":"e30="}
      {"ev":"close","c":1,"t":4,"code":1000,"reason":"bye"}
      """;

  private static final String HAR =
      """
      {"log":{"version":"1.2","entries":[{"startedDateTime":"2026-01-31T12:00:00.000Z",
      "request":{"url":"wss://x/sub","method":"GET"},
      "response":{"status":200,"content":{"text":"e30=","encoding":"base64"}},
      "_webSocketMessages":[{"type":"receive","time":1795248000.25,"opcode":2,"data":"AAH/"},
      {"type":"send","time":1795248001,"opcode":1,"data":"弹"}]}]}}
      """;

  private static final String FLOW =
      "103:9:websocket;60:8:messages;44:40:1:2#4:true!5:AAAAA,18:1700000001.2500000^5:false!]]}"
          + "7:version;2:21#}";

  private static PacketWriter packets() {
    return new PacketWriter().handshake(true).text(1, "hi").deflated(2, "弹幕");
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
        JSONL.getBytes(UTF_8),
        HAR.getBytes(UTF_8),
        new byte[] {0, 0, 0, 2, 7, 7, 0, 0, 0, 1, 9},
        FLOW.getBytes(UTF_8),
        packets().pcap(ByteOrder.LITTLE_ENDIAN, false),
        packets().pcapng(ByteOrder.BIG_ENDIAN));
  }

  @MethodSource("seeds")
  @FuzzTest
  void anyFileIsReadOrRefusedInWords(byte[] file) {
    try {
      Capture capture = CaptureReader.read(file);
      List<?> inbound = capture.inbound();
      assertThat(capture.entries().size()).isGreaterThanOrEqualTo(inbound.size());
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
