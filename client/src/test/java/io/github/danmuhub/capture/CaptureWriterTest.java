package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.UrlSecrets;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {
  private static final Open OPEN = new Open(1, 10, "wss://x/sub?token=abc&room=1", "p", "1");
  private static final Message AUTH =
      new Message(1, 11, Direction.SENT, FrameKind.TEXT, raw("secret"));
  private static final Message CHAT =
      new Message(1, 12, Direction.RECEIVED, FrameKind.BINARY, Raw.bytes(new byte[] {0, -1}));

  private final Path file;

  CaptureWriterTest(@TempDir Path dir) {
    file = dir.resolve("capture.jsonl");
  }

  private static Raw raw(String text) {
    return Raw.bytes(text.getBytes(UTF_8));
  }

  @Test
  void theLinesAreThoseOfTheDesign() throws IOException {
    try (CaptureWriter writer = CaptureWriter.raw(file)) {
      writer.write(
          List.of(
              OPEN,
              AUTH,
              CHAT,
              new Http(7, 13, "https://x", 200, raw("{}")),
              new Close(1, 14, 1000, "")));
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"v":1,"ev":"open","c":1,"t":10,"url":"wss://x/sub?token=abc&room=1","platform":"p","room":"1"}
            {"ev":"msg","c":1,"t":11,"dir":"send","op":1,"s":"secret"}
            {"ev":"msg","c":1,"t":12,"dir":"recv","op":2,"b64":"AP8="}
            {"ev":"http","c":7,"t":13,"url":"https://x","status":200,"b64":"e30="}
            {"ev":"close","c":1,"t":14,"code":1000,"reason":""}
            """);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException, MalformedException {
    List<CaptureEntry> entries =
        List.of(
            OPEN,
            AUTH,
            CHAT,
            new Message(1, 13, Direction.RECEIVED, FrameKind.TEXT, Raw.bytes(new byte[] {-1})),
            new Message(1, 14, Direction.SENT, FrameKind.PING, raw("")),
            new Message(1, 15, Direction.RECEIVED, FrameKind.PONG, raw("")));
    try (CaptureWriter writer = CaptureWriter.raw(file)) {
      writer.write(entries);
    }
    assertThat(CaptureReader.read(file)).isEqualTo(new Capture(entries));
  }

  @Test
  void aLineThatACrashCutOffIsEndedBeforeTheNext() throws IOException, MalformedException {
    try (CaptureWriter writer = CaptureWriter.raw(file)) {
      writer.write(List.of(OPEN));
    }
    Files.writeString(file, "{\"ev\":\"msg\",\"c", StandardOpenOption.APPEND);
    try (CaptureWriter writer = CaptureWriter.raw(file)) {
      writer.write(List.of(CHAT));
    }
    Capture capture = CaptureReader.read(file);
    assertThat(capture.entries()).containsExactly(OPEN, CHAT);
    assertThat(capture.problems()).singleElement().asString().startsWith("line 2: not JSON");
  }

  @Test
  void thePlatformBlanksOutItsSecrets() throws IOException, MalformedException {
    try (CaptureWriter writer = CaptureWriter.redacting(file, List.of(new MaskingPlatform("p")))) {
      writer.write(List.of(OPEN, AUTH));
    }
    assertThat(CaptureReader.read(file).entries())
        .containsExactly(
            new Open(1, 10, "wss://x/sub?token=***&room=1", "p", "1"),
            new Message(1, 11, Direction.SENT, FrameKind.TEXT, raw("masked")));
  }

  @Test
  void whatIsSentToAnUnknownPlatformIsNotWritten() throws IOException, MalformedException {
    try (CaptureWriter writer = CaptureWriter.redacting(file, List.of())) {
      writer.write(List.of(OPEN, AUTH, CHAT));
    }
    assertThat(CaptureReader.read(file).messages())
        .containsExactly(
            new Message(1, 11, Direction.SENT, FrameKind.TEXT, Raw.bytes(new byte[6])), CHAT);
  }

  @Test
  void passwordsAndTokensOfUrlsAreBlankedOut() {
    assertThat(
            UrlSecrets.masked(
                "wss://me:pw@x/?a=1&msToken=q%3d&X-Bogus=1&signature=2#access_token=3"))
        .isEqualTo("wss://x/?a=1&msToken=***&X-Bogus=***&signature=***#access_token=***");
  }
}
