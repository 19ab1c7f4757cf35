package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers.Header;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A HAR as Chrome's network panel saves it, and ours. */
class HarTest {
  /** One entry in Chrome's own order of fields, with an awaited caller. */
  private static final String CHROMES =
      """
      {"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"},
        "pages": [], "entries": [{
          "_connectionId": "69",
          "_initiator": {"type": "script", "stack": {
            "callFrames": [
              {"functionName": "connect", "scriptId": "4", "url": "https://a.test/app.js",
                "lineNumber": 11, "columnNumber": 8}],
            "parent": {"description": "await", "callFrames": [
              {"functionName": "", "scriptId": "5", "url": "https://a.test/?token=abc",
                "lineNumber": 0, "columnNumber": 4}]}}},
          "_priority": "High",
          "_resourceType": "websocket",
          "_webSocketMessages": [
            {"type": "send", "time": 1795248001.25, "opcode": 1, "data": "hi"},
            {"type": "receive", "time": 1795248002.5, "opcode": 2, "data": "AAE="}],
          "cache": {}, "connection": "443", "pageref": "page_1",
          "request": {"method": "GET", "url": "wss://a.test/sub", "httpVersion": "HTTP/1.1",
            "headers": [
              {"name": "Host", "value": "a.test"},
              {"name": "Cookie", "value": "sid=1"},
              {"name": "X-Ticket", "value": "secret"}],
            "queryString": [], "cookies": [], "headersSize": 500, "bodySize": 0},
          "response": {"status": 101, "statusText": "Switching Protocols",
            "httpVersion": "HTTP/1.1",
            "headers": [
              {"name": "Upgrade", "value": "websocket"},
              {"name": "Set-Cookie", "value": "sid=2"}],
            "cookies": [], "content": {"size": 0, "mimeType": "x-unknown"},
            "redirectURL": "", "headersSize": 200, "bodySize": -1, "_transferSize": 0},
          "serverIPAddress": "", "startedDateTime": "2026-11-21T08:00:00.000Z",
          "time": 3557.0, "timings": {"send": 0, "wait": 0, "receive": 0}}]}}
      """;

  private static final List<CaptureEntry> ENTRIES =
      List.of(
          new Open(
              1,
              1_795_248_000_000L,
              "wss://a.test/sub",
              null,
              null,
              List.of(
                  new Place("https://a.test/app.js", 12, 9, "connect"),
                  new Place("https://a.test/?token=abc", 1, 5, "")),
              new Handshake(
                  List.of(
                      new Header("Host", "a.test"),
                      new Header("Cookie", "***"),
                      new Header("X-Ticket", "***")),
                  101,
                  "Switching Protocols",
                  List.of(new Header("Upgrade", "websocket"), new Header("Set-Cookie", "***")))),
          new Message(
              1,
              1_795_248_001_250L,
              Direction.SENT,
              FrameKind.TEXT,
              Raw.bytes("hi".getBytes(UTF_8))),
          new Message(
              1,
              1_795_248_002_500L,
              Direction.RECEIVED,
              FrameKind.BINARY,
              Raw.bytes(new byte[] {0, 1})));

  private static String written(List<CaptureEntry> entries) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HarWriter.write(new Capture(entries), "1", out);
    return out.toString(UTF_8);
  }

  @Test
  void chromesOwnIsReadWithWhereASocketWasMadeAndItsHeadersWithoutSecrets() throws Exception {
    assertThat(CaptureReader.read(CHROMES.getBytes(UTF_8)).entries()).isEqualTo(ENTRIES);
  }

  @Test
  void oursReadsAlike() throws Exception {
    String ours = written(ENTRIES);
    assertThat(CaptureReader.read(ours.getBytes(UTF_8)).entries()).isEqualTo(ENTRIES);
    assertThat(ours)
        .contains("\"lineNumber\":11,\"columnNumber\":8")
        .contains("{\"name\":\"Host\",\"value\":\"a.test\"}");
  }

  @Test
  void aSocketThatWasOpenBeforeIsKeptAndPollsAreNoSocket() throws Exception {
    Message frame =
        new Message(1, 5, Direction.RECEIVED, FrameKind.TEXT, Raw.bytes("x".getBytes(UTF_8)));
    String har =
        written(
            List.of(
                new Open(1, 4, "", null, null),
                frame,
                new Open(2, 6, "", "douyin", "1"),
                new Http(2, 7, "https://a.test/poll", 200, Raw.bytes(new byte[] {1}))));
    assertThat(CaptureReader.read(har.getBytes(UTF_8)).messages()).containsExactly(frame);
    assertThat(har.split("_webSocketMessages", -1)).hasSize(2);
  }

  @Test
  void linesKeepTheSameAndNoSecret(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("capture.jsonl");
    Handshake raw =
        new Handshake(
            List.of(new Header("Host", "a.test"), new Header("Cookie", "sid=1: 2")),
            403,
            "Go away",
            List.of());
    Open open =
        new Open(
            1,
            4,
            "wss://a.test/",
            null,
            null,
            List.of(new Place("https://a.test/a b.js?key=1", 1, 2, "f g")),
            raw);
    try (CaptureWriter writer = CaptureWriter.raw(file)) {
      writer.write(List.of(open));
    }
    assertThat(CaptureReader.read(file).entries()).containsExactly(open);
    Files.delete(file);
    try (CaptureWriter writer = CaptureWriter.redacting(file, List.of())) {
      writer.write(List.of(open));
    }
    assertThat(Files.readString(file))
        .contains("Host: a.test\\nCookie: ***")
        .contains("403 Go away")
        .contains("https://a.test/a b.js?key=***:1:2 f g")
        .doesNotContain("sid=1");
  }
}
