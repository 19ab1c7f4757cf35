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
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a HAR: a socket with its messages, or an HTTP answer. */
final class HarEntry {
  /**
   * Chrome and mitmproxy write seconds, Playwright milliseconds; both lie between 1973 and 5138.
   */
  private static final double LARGEST_SECONDS = 1e11;

  private static final int NO_CODE = 1005;

  private final JsonParser json;
  private final int number;
  private final List<HarMessage> messages = new ArrayList<>();
  private String url = "";
  private long started;
  private int status;
  private boolean socket;
  private String encoding = "";
  private @Nullable String body;

  /** A message as it stands in the file. */
  private record HarMessage(String type, long time, int opcode, String data) {}

  private HarEntry(JsonParser json, int number) {
    this.json = json;
    this.number = number;
  }

  static HarEntry read(JsonParser json, int number) throws IOException {
    HarEntry entry = new HarEntry(json, number);
    JsonSource.eachField(json, entry::readField);
    return entry;
  }

  private void readField(String name) throws IOException {
    switch (name) {
      case "startedDateTime" -> started = date(text());
      case "request" -> JsonSource.eachField(json, this::readRequest);
      case "response" -> JsonSource.eachField(json, this::readResponse);
      case "_webSocketMessages" -> {
        socket = true;
        JsonSource.eachItem(json, this::readMessage);
      }
      default -> json.skipChildren();
    }
  }

  private void readRequest(String name) throws IOException {
    if (name.equals("url")) {
      url = text();
    } else {
      json.skipChildren();
    }
  }

  private void readResponse(String name) throws IOException {
    switch (name) {
      case "status" -> status = (int) number();
      case "content" -> JsonSource.eachField(json, this::readContent);
      default -> json.skipChildren();
    }
  }

  private void readContent(String name) throws IOException {
    switch (name) {
      case "text" -> body = text();
      case "encoding" -> encoding = text();
      default -> json.skipChildren();
    }
  }

  private void readMessage() throws IOException {
    LineFields fields = LineFields.read(json);
    Double time = fields.numbers().getOrDefault("time", 0.0);
    messages.add(
        new HarMessage(
            fields.text("type", ""),
            Math.round(time < LARGEST_SECONDS ? time * 1000 : time),
            fields.int32("opcode", Opcodes.of(FrameKind.TEXT)),
            fields.text("data", "")));
  }

  /** What was asked for, without its query: what polls of one room have in common. */
  String place() {
    return url.split("\\?", 2)[0];
  }

  /**
   * What it is to us, in the file's order; what cannot be read goes to {@code result}.
   *
   * @param polls whose answers it belongs to, where it is no socket
   */
  List<CaptureEntry> toCapture(int polls, Entries result) {
    List<CaptureEntry> entries = new ArrayList<>();
    if (socket) {
      entries.add(new Open(number, openTime(), url, null, null));
      messages.forEach(message -> entries.add(toCapture(message, result)));
    } else if (body != null) {
      Raw bytes = decode(body, encoding.equals("base64"), result);
      entries.add(new Http(polls, started, url, status, bytes));
    }
    return entries;
  }

  private long openTime() {
    long first = messages.isEmpty() ? started : messages.get(0).time();
    return started == 0 ? first : Math.min(started, first);
  }

  private CaptureEntry toCapture(HarMessage message, Entries result) {
    if (message.type().equals("error")) {
      return new Close(number, message.time(), CloseCode.GONE, message.data());
    }
    if (message.opcode() == Opcodes.CLOSE) {
      return new Close(number, message.time(), NO_CODE, "");
    }
    FrameKind kind = Opcodes.kind(message.opcode());
    return new Message(
        number,
        message.time(),
        message.type().equals("send") ? Direction.SENT : Direction.RECEIVED,
        kind,
        decode(message.data(), kind == FrameKind.BINARY, result));
  }

  private Raw decode(String data, boolean base64, Entries result) {
    if (base64) {
      try {
        return Raw.bytes(Base64.getDecoder().decode(data));
      } catch (IllegalArgumentException e) {
        result.problem("entry " + number + ": a binary message is not base64; kept as text");
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
