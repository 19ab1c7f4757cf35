package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers.Header;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a HAR: a socket with its messages, or an HTTP answer. What is small is read first,
 * and kept; messages and bodies go straight to the sink, the second time.
 */
final class HarEntry {
  /**
   * Chrome and mitmproxy write seconds, Playwright milliseconds; both lie between 1973 and 5138.
   */
  private static final double LARGEST_SECONDS = 1e11;

  private static final int NO_CODE = 1005;
  private static final int SWITCHING = 101;

  private JsonParser json;
  private final int number;
  private String url = "";
  private long started;
  private long first;
  private int status;
  private String statusText = "";
  private List<Header> asked = List.of();
  private List<Header> answered = List.of();
  private List<Place> madeAt = List.of();
  private boolean handshake;
  private boolean socket;
  private String encoding = "";

  HarEntry(JsonParser json, int number) {
    this.json = json;
    this.number = number;
  }

  void readHead() throws IOException {
    JsonSource.eachField(json, this::readField);
  }

  private void readField(String name) throws IOException {
    switch (name) {
      case "startedDateTime" -> started = date(text());
      case "_resourceType" -> handshake |= text().equals("websocket");
      case "_initiator" -> madeAt = HarHandshake.readInitiator(json);
      case "request" -> JsonSource.eachField(json, this::readRequest);
      case "response" -> JsonSource.eachField(json, this::readResponse);
      case "_webSocketMessages" -> {
        socket = true;
        JsonSource.eachItem(json, this::readTime);
      }
      default -> json.skipChildren();
    }
  }

  private void readTime() throws IOException {
    if (first == 0) {
      first = time(LineFields.read(json));
    } else {
      json.skipChildren();
    }
  }

  private void readRequest(String name) throws IOException {
    switch (name) {
      case "url" -> url = text();
      case "headers" -> asked = HarHandshake.readHeaders(json);
      default -> json.skipChildren();
    }
  }

  private void readResponse(String name) throws IOException {
    switch (name) {
      case "status" -> status = (int) number();
      case "statusText" -> statusText = text();
      case "headers" -> answered = HarHandshake.readHeaders(json);
      case "content" -> JsonSource.eachField(json, this::readContent);
      default -> json.skipChildren();
    }
  }

  private void readContent(String name) throws IOException {
    if (name.equals("encoding")) {
      encoding = text();
    } else {
      json.skipChildren();
    }
  }

  /** Whether a socket was opened. */
  boolean isHandshake() {
    return handshake || socket || status == SWITCHING || url.startsWith("ws");
  }

  boolean hasMessages() {
    return socket;
  }

  /** What was asked for, without its query: what polls of one room have in common. */
  String place() {
    return url.split("\\?", 2)[0];
  }

  /**
   * The same entry once more, in the file's order; what cannot be read goes to {@code sink} too.
   *
   * @param polls whose answers it belongs to, where it is no socket
   */
  void readMessages(JsonParser again, int polls, CaptureSink sink) throws IOException {
    json = again;
    if (socket) {
      long opened = started == 0 ? first : first == 0 ? started : Math.min(started, first);
      sink.entry(new Open(number, opened, url, null, null, madeAt, handshake()));
    }
    JsonSource.eachField(json, name -> readLarge(name, polls, sink));
  }

  /** Null where the file tells of no headers. */
  private @Nullable Handshake handshake() {
    return asked.isEmpty() && answered.isEmpty()
        ? null
        : new Handshake(asked, status, statusText, answered).masked();
  }

  private void readLarge(String name, int polls, CaptureSink sink) throws IOException {
    if (name.equals("_webSocketMessages")) {
      JsonSource.eachItem(json, () -> sink.entry(message(LineFields.read(json), sink)));
    } else if (name.equals("response") && !socket) {
      JsonSource.eachField(json, field -> readAnswer(field, polls, sink));
    } else {
      json.skipChildren();
    }
  }

  private void readAnswer(String name, int polls, CaptureSink sink) throws IOException {
    if (name.equals("content")) {
      JsonSource.eachField(json, field -> readBody(field, polls, sink));
    } else {
      json.skipChildren();
    }
  }

  private void readBody(String name, int polls, CaptureSink sink) throws IOException {
    if (name.equals("text") && json.currentToken() == JsonToken.VALUE_STRING) {
      Raw body = decode(json.getText(), encoding.equals("base64"), sink);
      sink.entry(new Http(polls, started, url, status, body));
    } else {
      json.skipChildren();
    }
  }

  private static long time(LineFields message) {
    Double time = message.numbers().getOrDefault("time", 0.0);
    return Math.round(time < LARGEST_SECONDS ? time * 1000 : time);
  }

  private CaptureEntry message(LineFields message, CaptureSink sink) {
    String type = message.text("type", "");
    String data = message.text("data", "");
    int opcode = message.int32("opcode", Opcodes.of(FrameKind.TEXT));
    if (type.equals("error")) {
      return new Close(number, time(message), CloseCode.GONE, data);
    }
    if (opcode == Opcodes.CLOSE) {
      return new Close(number, time(message), NO_CODE, "");
    }
    FrameKind kind = Opcodes.kind(opcode);
    return new Message(
        number,
        time(message),
        type.equals("send") ? Direction.SENT : Direction.RECEIVED,
        kind,
        decode(data, kind == FrameKind.BINARY, sink));
  }

  private Raw decode(String data, boolean base64, CaptureSink sink) {
    if (base64) {
      try {
        return Raw.bytes(Base64.getDecoder().decode(data));
      } catch (IllegalArgumentException e) {
        sink.problem("entry " + number + ": a binary message is not base64; kept as text");
      }
    }
    return Raw.bytes(data.getBytes(UTF_8));
  }

  private String text() throws IOException {
    json.skipChildren();
    return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
  }

  private double number() throws IOException {
    json.skipChildren();
    return json.currentToken().isNumeric() ? json.getDoubleValue() : 0;
  }

  private static long date(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
