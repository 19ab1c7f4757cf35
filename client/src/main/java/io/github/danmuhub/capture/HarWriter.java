package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers.Header;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A capture as HAR 1.2, as Chrome saves it: a socket is an entry with its {@code
 * _webSocketMessages}, whose times are seconds, and {@code _initiator} says where in the page it
 * was made. The capture is gone through twice for the sockets, and once more for each of them: it
 * may be larger than the memory.
 */
public final class HarWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /** What a socket says of which no more is known. */
  private static final Handshake UNKNOWN =
      new Handshake(List.of(), 101, "Switching Protocols", List.of());

  private final CaptureSource capture;
  private final JsonGenerator json;
  private @Nullable IOException failure;

  private HarWriter(CaptureSource capture, JsonGenerator json) {
    this.capture = capture;
    this.json = json;
  }

  /**
   * Writes all of it; {@code out} stays open.
   *
   * @param creator the program's version
   * @throws MalformedException in words, if the capture cannot be read
   */
  public static void write(CaptureSource capture, String creator, OutputStream out)
      throws IOException, MalformedException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      new HarWriter(capture, json).write(creator);
    }
  }

  private void write(String creator) throws IOException, MalformedException {
    List<Open> sockets = sockets();
    json.writeStartObject();
    json.writeObjectFieldStart("log");
    json.writeStringField("version", "1.2");
    json.writeObjectFieldStart("creator");
    json.writeStringField("name", "danmu");
    json.writeStringField("version", creator);
    json.writeEndObject();
    json.writeArrayFieldStart("pages");
    json.writeEndArray();
    json.writeArrayFieldStart("entries");
    for (Open socket : sockets) {
      writeSocket(socket);
    }
    each(this::writeAnswer);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Without a URL it is one that was open before it was heard, or none at all, but what polls stand
   * under: that has no messages.
   */
  private List<Open> sockets() throws IOException, MalformedException {
    Set<Integer> talking = new HashSet<>();
    each(
        entry -> {
          if (entry instanceof Message message) {
            talking.add(message.connection());
          }
        });
    List<Open> sockets = new ArrayList<>();
    each(
        entry -> {
          if (entry instanceof Open open
              && (!open.url().isEmpty() || talking.contains(open.connection()))) {
            sockets.add(open);
          }
        });
    return sockets;
  }

  private interface Step {
    void take(CaptureEntry entry) throws IOException;
  }

  private void each(Step step) throws IOException, MalformedException {
    capture.read(
        new CaptureSink() {
          @Override
          public void entry(CaptureEntry entry) {
            try {
              if (failure == null) {
                step.take(entry);
              }
            } catch (IOException e) {
              failure = e;
            }
          }

          @Override
          public void problem(String sentence) {}
        });
    if (failure != null) {
      throw failure;
    }
  }

  private void writeSocket(Open socket) throws IOException, MalformedException {
    json.writeStartObject();
    json.writeStringField("_resourceType", "websocket");
    HarHandshake.writeInitiator(socket.madeAt(), json);
    json.writeArrayFieldStart("_webSocketMessages");
    each(entry -> writeMessage(socket.connection(), entry));
    json.writeEndArray();
    writeHead(socket.time(), socket.url(), Objects.requireNonNullElse(socket.handshake(), UNKNOWN));
    json.writeObjectFieldStart("content");
    json.writeNumberField("size", 0);
    json.writeStringField("mimeType", "x-unknown");
    json.writeEndObject();
    writeTail();
  }

  private void writeMessage(int connection, CaptureEntry entry) throws IOException {
    if (entry instanceof Message message && message.connection() == connection) {
      boolean text = isText(message);
      String type = message.direction() == Direction.SENT ? "send" : "receive";
      int opcode = Opcodes.of(text ? FrameKind.TEXT : other(message.kind()));
      byte[] bytes = message.bytes().toBytes();
      String data = text ? message.bytes().text() : Base64.getEncoder().encodeToString(bytes);
      writeMessage(type, message.time(), opcode, data);
    } else if (entry instanceof Close close
        && close.connection() == connection
        && !close.reason().isEmpty()) {
      writeMessage("error", close.time(), -1, close.reason());
    }
  }

  /** What calls itself text and is not UTF-8 is kept as bytes. */
  private static boolean isText(Message message) {
    return message.kind() == FrameKind.TEXT
        && Arrays.equals(message.bytes().text().getBytes(UTF_8), message.bytes().toBytes());
  }

  private static FrameKind other(FrameKind kind) {
    return kind == FrameKind.TEXT ? FrameKind.BINARY : kind;
  }

  private void writeMessage(String type, long time, int opcode, String data) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeNumberField("time", BigDecimal.valueOf(time, 3));
    json.writeNumberField("opcode", opcode);
    json.writeStringField("data", data);
    json.writeEndObject();
  }

  private void writeAnswer(CaptureEntry entry) throws IOException {
    if (entry instanceof Http http) {
      json.writeStartObject();
      json.writeStringField("_resourceType", "xhr");
      writeHead(http.time(), http.url(), new Handshake(List.of(), http.status(), "", List.of()));
      json.writeObjectFieldStart("content");
      json.writeNumberField("size", http.body().size());
      json.writeStringField("mimeType", "");
      json.writeStringField("text", Base64.getEncoder().encodeToString(http.body().toBytes()));
      json.writeStringField("encoding", "base64");
      json.writeEndObject();
      writeTail();
    }
  }

  /** Up to the answer's content. */
  private void writeHead(long time, String url, Handshake handshake) throws IOException {
    json.writeStringField("startedDateTime", Instant.ofEpochMilli(time).toString());
    json.writeNumberField("time", 0);
    json.writeObjectFieldStart("request");
    json.writeStringField("method", "GET");
    json.writeStringField("url", url);
    writeCommon(handshake.request());
    json.writeArrayFieldStart("queryString");
    json.writeEndArray();
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", 0);
    json.writeEndObject();
    json.writeObjectFieldStart("response");
    json.writeNumberField("status", handshake.status());
    json.writeStringField("statusText", handshake.statusText());
    writeCommon(handshake.response());
  }

  private void writeCommon(List<Header> headers) throws IOException {
    json.writeStringField("httpVersion", "HTTP/1.1");
    json.writeArrayFieldStart("cookies");
    json.writeEndArray();
    HarHandshake.writeHeaders(headers, json);
  }

  private void writeTail() throws IOException {
    json.writeStringField("redirectURL", "");
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", -1);
    json.writeEndObject();
    json.writeObjectFieldStart("cache");
    json.writeEndObject();
    json.writeObjectFieldStart("timings");
    json.writeNumberField("send", 0);
    json.writeNumberField("wait", 0);
    json.writeNumberField("receive", 0);
    json.writeEndObject();
    json.writeEndObject();
  }
}
