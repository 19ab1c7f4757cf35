package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is small of one flow of mitmproxy's, and how its messages are read. One thread. */
final class MitmFlow {
  private static final long OLDEST = 7;
  private static final long NEWEST = 21;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final int number;
  private final Map<String, Object> head;
  private int dropped;

  MitmFlow(int number, Map<String, Object> head) {
    this.number = number;
    this.head = head;
  }

  int number() {
    return number;
  }

  String id() {
    return text(head, "id");
  }

  /** Whether messages stand in it. */
  boolean isSocket() {
    return (head.containsKey("messages") && text(head, "type").equals("websocket"))
        || socket().containsKey("messages");
  }

  /** The messages' surroundings: from format 12 on a part of the flow, before that the flow. */
  private Map<?, ?> socket() {
    return head.get("websocket") instanceof Map<?, ?> socket ? socket : Map.of();
  }

  private Map<?, ?> ends() {
    return socket().isEmpty() ? head : socket();
  }

  /** The HTTP flow that opened the socket, where it is another. */
  String handshake() {
    return text(map("metadata"), "websocket_handshake");
  }

  private Map<?, ?> map(String key) {
    return head.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Of the request; empty where there is none. */
  String url() {
    Map<?, ?> request = map("request");
    String scheme = text(request, "scheme");
    String host = text(request, "host");
    if (host.isEmpty()) {
      return "";
    }
    String socket = scheme.equals("https") ? "wss" : "ws";
    long port = number(request, "port");
    boolean usual = port == 0 || port == (scheme.equals("https") ? HTTPS : HTTP);
    return socket + "://" + host + (usual ? "" : ":" + port) + text(request, "path");
  }

  long opened() {
    return time(map("request").get("timestamp_start"));
  }

  long closed() {
    return time(ends().get("timestamp_end"));
  }

  int closeCode() {
    return (int) number(ends(), "close_code");
  }

  String closeReason() {
    return text(ends(), "close_reason");
  }

  /** What a person should know of its format; empty where it is usual. */
  String odd() {
    Object version = head.get("version");
    if (version instanceof Long n && n >= OLDEST && n <= NEWEST) {
      return "";
    }
    return version instanceof Long n && n > NEWEST
        ? "format %d of mitmproxy's is newer than 21: read like 21".formatted(n)
        : "a format of mitmproxy's that is older than 7: read like 7";
  }

  /** {@code [opcode, from_client, content, time, dropped, injected]}; empty for one dropped. */
  Optional<CaptureEntry> message(List<?> message) {
    if (message.size() < 4 || (message.size() > 4 && Boolean.TRUE.equals(message.get(4)))) {
      dropped++;
      return Optional.empty();
    }
    FrameKind kind = Opcodes.kind(message.get(0) instanceof Long opcode ? opcode : 2);
    boolean sent = Boolean.TRUE.equals(message.get(1));
    Object content = message.get(2);
    byte[] bytes = content instanceof byte[] raw ? raw : Tnetstring.text(content).getBytes(UTF_8);
    return Optional.of(
        new Message(
            number,
            time(message.get(3)),
            sent ? Direction.SENT : Direction.RECEIVED,
            kind,
            Raw.bytes(bytes)));
  }

  int dropped() {
    return dropped;
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null || value == Tnetstring.NOTHING ? "" : Tnetstring.text(value);
  }

  private static long number(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value instanceof Long n) {
      return n;
    }
    String text = text(map, key);
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  /** Seconds, as a float or a whole number. */
  private static long time(@Nullable Object seconds) {
    return seconds instanceof Number n ? Math.round(n.doubleValue() * 1_000) : 0;
  }
}
