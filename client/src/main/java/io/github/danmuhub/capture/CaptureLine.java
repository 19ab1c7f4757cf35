package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entry ⇄ one line of JSONL, version 1: both directions side by side. */
final class CaptureLine {
  private static final int VERSION = 1;

  private CaptureLine() {}

  static void write(CaptureEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (entry instanceof Open open) {
      writeOpen(open, json);
    } else if (entry instanceof Message message) {
      writeMessage(message, json);
    } else if (entry instanceof Http http) {
      writeHttp(http, json);
    } else if (entry instanceof Close close) {
      writeClose(close, json);
    }
    json.writeEndObject();
  }

  static CaptureEntry read(LineFields in) throws MalformedException {
    long version = in.number("v", VERSION);
    if (version != VERSION) {
      throw new MalformedException("capture version " + version + "; this program reads 1");
    }
    String kind = in.text("ev");
    return switch (kind) {
      case "open" -> readOpen(in);
      case "msg" -> readMessage(in);
      case "http" -> readHttp(in);
      case "close" -> readClose(in);
      default -> throw new MalformedException("no such kind of entry: '" + kind + "'");
    };
  }

  private static void writeOpen(Open open, JsonGenerator json) throws IOException {
    json.writeNumberField("v", VERSION);
    head("open", open.connection(), open.time(), json);
    json.writeStringField("url", open.url());
    textIfAny("platform", open.platform(), json);
    textIfAny("room", open.room(), json);
    if (!open.madeAt().isEmpty()) {
      json.writeStringField(
          "at", open.madeAt().stream().map(Place::toString).collect(Collectors.joining("\n")));
    }
    Handshake handshake = open.handshake();
    if (handshake != null) {
      json.writeStringField("request", HandshakeLines.request(handshake));
      json.writeStringField("response", HandshakeLines.response(handshake));
    }
  }

  private static Open readOpen(LineFields in) throws MalformedException {
    return new Open(
        connection(in),
        time(in),
        in.text("url"),
        in.textOrNull("platform"),
        in.textOrNull("room"),
        Place.stack(in.text("at", "")),
        HandshakeLines.read(in.textOrNull("request"), in.textOrNull("response")));
  }

  private static void writeMessage(Message message, JsonGenerator json) throws IOException {
    head("msg", message.connection(), message.time(), json);
    json.writeStringField("dir", message.direction() == Direction.SENT ? "send" : "recv");
    json.writeNumberField("op", Opcodes.of(message.kind()));
    bytes(message.bytes(), message.kind() == FrameKind.TEXT, json);
  }

  private static Message readMessage(LineFields in) throws MalformedException {
    boolean text = in.texts().containsKey("s");
    return new Message(
        connection(in),
        time(in),
        direction(in.text("dir")),
        Opcodes.kind(in.number("op", Opcodes.of(text ? FrameKind.TEXT : FrameKind.BINARY))),
        bytes(in));
  }

  private static Direction direction(String word) throws MalformedException {
    return switch (word) {
      case "recv" -> Direction.RECEIVED;
      case "send" -> Direction.SENT;
      default -> throw new MalformedException("field 'dir' is neither recv nor send");
    };
  }

  private static void writeHttp(Http http, JsonGenerator json) throws IOException {
    head("http", http.connection(), http.time(), json);
    json.writeStringField("url", http.url());
    json.writeNumberField("status", http.status());
    bytes(http.body(), false, json);
  }

  private static Http readHttp(LineFields in) throws MalformedException {
    return new Http(in.int32("c", 0), time(in), in.text("url"), in.int32("status", 0), bytes(in));
  }

  private static void writeClose(Close close, JsonGenerator json) throws IOException {
    head("close", close.connection(), close.time(), json);
    json.writeNumberField("code", close.code());
    json.writeStringField("reason", close.reason());
  }

  private static Close readClose(LineFields in) {
    return new Close(connection(in), time(in), in.int32("code", 0), in.text("reason", ""));
  }

  private static void head(String kind, int connection, long time, JsonGenerator json)
      throws IOException {
    json.writeStringField("ev", kind);
    json.writeNumberField("c", connection);
    json.writeNumberField("t", time);
  }

  private static int connection(LineFields in) {
    return in.int32("c", 1);
  }

  private static long time(LineFields in) {
    return in.number("t", 0);
  }

  private static void textIfAny(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** As text only where that loses nothing. */
  private static void bytes(Raw raw, boolean text, JsonGenerator json) throws IOException {
    byte[] bytes = raw.toBytes();
    if (text && Arrays.equals(raw.text().getBytes(UTF_8), bytes)) {
      json.writeStringField("s", raw.text());
    } else {
      json.writeBinaryField("b64", bytes);
    }
  }

  private static Raw bytes(LineFields in) throws MalformedException {
    String text = in.textOrNull("s");
    if (text != null) {
      return Raw.bytes(text.getBytes(UTF_8));
    }
    try {
      return Raw.bytes(Base64.getDecoder().decode(in.text("b64")));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("field 'b64' is not base64");
    }
  }
}
