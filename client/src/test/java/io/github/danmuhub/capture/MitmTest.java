package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** mitmproxy's flow files, made by a writer of tagged netstrings. */
class MitmTest {
  private static final byte[] BYTES = {0, 0, 0, 26, (byte) 0x80};

  /** A value as a tagged netstring. */
  private static byte[] tnet(@Nullable Object value) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    char type = '~';
    if (value instanceof byte[] bytes) {
      payload.writeBytes(bytes);
      type = ',';
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) -> {
            payload.writeBytes(tnet(key));
            payload.writeBytes(tnet(one));
          });
      type = '}';
    } else if (value instanceof List<?> list) {
      list.forEach(one -> payload.writeBytes(tnet(one)));
      type = ']';
    } else if (value != null) {
      payload.writeBytes(value.toString().getBytes(UTF_8));
      type = value instanceof Boolean ? '!' : value instanceof String ? ';' : '#';
      type = value instanceof Double ? '^' : type;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes((payload.size() + ":").getBytes(UTF_8));
    whole.writeBytes(payload.toByteArray());
    whole.write(type);
    return whole.toByteArray();
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static final Map<String, Object> REQUEST =
      map(
          "host",
          "chat.example",
          "port",
          443L,
          "scheme",
          "https".getBytes(UTF_8),
          "path",
          "/sub".getBytes(UTF_8),
          "timestamp_start",
          1_700_000_000.5);

  private static byte[] today(long version) {
    return tnet(
        map(
            "websocket",
            map(
                "messages",
                List.of(
                    List.of(2L, true, BYTES, 1_700_000_001.25, false, false),
                    List.of(1L, false, "弹幕".getBytes(UTF_8), 1_700_000_002L, false, false),
                    List.of(
                        1L, false, "never sent on".getBytes(UTF_8), 1_700_000_003L, true, false)),
                "closed_by_client",
                true,
                "close_code",
                1000L,
                "close_reason",
                "bye",
                "timestamp_end",
                1_700_000_009.0),
            "id",
            "a1",
            "type",
            "http",
            "version",
            version,
            "request",
            REQUEST));
  }

  @Test
  void aSocketOfTodaysFormatIsRead() throws MalformedException {
    Capture capture = CaptureReader.read(today(21));
    assertThat(capture.entries())
        .containsExactly(
            new Open(1, 1_700_000_000_500L, "wss://chat.example/sub", null, null),
            new Message(1, 1_700_000_001_250L, Direction.SENT, FrameKind.BINARY, Raw.bytes(BYTES)),
            new Message(
                1,
                1_700_000_002_000L,
                Direction.RECEIVED,
                FrameKind.TEXT,
                Raw.bytes("弹幕".getBytes(UTF_8))),
            new Close(1, 1_700_000_009_000L, 1000, "bye"));
    assertThat(capture.problems())
        .containsExactly("flow 1: 1 messages that the proxy did not pass on are left out");
  }

  /** Before format 12 a socket is a flow of its own, and many keys and texts are bytes. */
  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9, 10, 11})
  void aSocketOfOldFormatsFindsTheAddressInItsHttpFlow(long version) throws MalformedException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Map<Object, Object> http =
        new LinkedHashMap<>(Map.of("id".getBytes(UTF_8), "h1".getBytes(UTF_8)));
    http.put("version", version);
    http.put("type", "http");
    http.put("request", REQUEST);
    file.writeBytes(tnet(http));
    file.writeBytes(
        tnet(
            map(
                "messages",
                List.of(List.of(1L, false, "hi", 1_700_000_002.0)),
                "type",
                "websocket",
                "close_code",
                "1000",
                "metadata",
                map("websocket_handshake", "h1"),
                "id",
                "w1",
                "version",
                version)));
    Capture capture = CaptureReader.read(file.toByteArray());
    assertThat(capture.entries().get(0))
        .isEqualTo(new Open(2, 0, "wss://chat.example/sub", null, null));
    assertThat(capture.messages())
        .singleElement()
        .satisfies(message -> assertThat(message.bytes().text()).isEqualTo("hi"));
    assertThat(capture.entries()).last().isEqualTo(new Close(2, 0, 1000, ""));
  }

  @Test
  void formatsFromSevenToTwentyOneAreUsualAndOthersAreTold() throws MalformedException {
    for (long version = 12; version <= 21; version++) {
      assertThat(CaptureReader.read(today(version)).problems()).hasSize(1);
    }
    assertThat(CaptureReader.read(today(22)).problems())
        .contains("format 22 of mitmproxy's is newer than 21: read like 21");
  }

  @Test
  void aFileThatIsCutGivesTheFlowsBeforeThat() throws MalformedException {
    byte[] one = today(21);
    byte[] two = Arrays.copyOf(one, one.length * 2 - 20);
    System.arraycopy(one, 0, two, one.length, one.length - 20);
    Capture capture = CaptureReader.read(two);
    assertThat(capture.messages()).hasSize(2);
    assertThat(capture.problems()).contains("flow 2: cut off");
  }

  @Property(tries = 500)
  void noFlowDoesMoreThanBeRefused(@ForAll int at, @ForAll byte b) {
    byte[] file = today(21);
    file[Math.floorMod(at, file.length)] = b;
    try {
      assertThat(CaptureReader.read(file).entries()).isNotEmpty();
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
