package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.http.Headers.Header;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CaptureReaderTest {
  private static final String OPEN =
      "{'v':1,'ev':'open','c':1,'t':1795248000000,'url':'wss://x/sub','platform':'bilibili','room':'1'}\n";
  private static final String TEXT =
      "{'ev':'msg','c':1,'t':1795248000001.4,'dir':'send','op':1,'s':'弹'}\n";
  private static final String BINARY =
      "{'ev':'msg','c':1,'t':1795248000002,'dir':'recv','b64':'AAH/'}\n";

  private static Capture read(String single) throws MalformedException {
    return CaptureReader.read(single.replace('\'', '"').getBytes(UTF_8));
  }

  private static Raw raw(String text) {
    return Raw.bytes(text.getBytes(UTF_8));
  }

  @Test
  void theRealCaptureHoldsThirtyFrames() throws IOException, MalformedException {
    Capture capture =
        CaptureReader.read(Captures.dir().resolve("bilibili/blive-ws/message.anon.bin"));
    assertThat(capture.problems()).isEmpty();
    assertThat(capture.inbound()).hasSize(30);
    assertThat(capture.messages().stream().mapToInt(frame -> frame.bytes().size()).sum())
        .isEqualTo(30_850 - 30 * 4);
  }

  @Test
  void linesOfJsonAreEntries() throws MalformedException {
    String http = "{'ev':'http','t':3,'url':'https://x','status':200,'b64':'e30='}\n";
    String close = "{'ev':'close','c':1,'t':4,'code':1000,'reason':'bye'}";
    assertThat(read(OPEN + TEXT + "\r\n" + BINARY + http + close).entries())
        .containsExactly(
            new Open(1, 1_795_248_000_000L, "wss://x/sub", "bilibili", "1"),
            new Message(1, 1_795_248_000_001L, Direction.SENT, FrameKind.TEXT, raw("弹")),
            new Message(
                1,
                1_795_248_000_002L,
                Direction.RECEIVED,
                FrameKind.BINARY,
                Raw.bytes(HexFormat.of().parseHex("0001ff"))),
            new Http(0, 3, "https://x", 200, raw("{}")),
            new Close(1, 4, 1000, "bye"));
  }

  @Test
  void aCutLastLineIsReportedAndTheRestIsRead() throws MalformedException {
    Capture capture = read(OPEN + BINARY + TEXT.substring(0, 30));
    assertThat(capture.inbound()).hasSize(1);
    assertThat(capture.problems()).hasSize(1);
    assertThat(capture.problems().get(0)).startsWith("line 3, cut off at the end of the file: ");
  }

  @Test
  void aBrokenLineIsNamedByItsNumber() throws MalformedException {
    String badBase64 = "{'ev':'msg','dir':'recv','b64':'?'}\n";
    String noDirection = "{'ev':'msg','dir':'up','s':''}\n";
    String newer = "{'v':2,'ev':'open'}\n";
    String surprise = "{'ev':'surprise'}\n";
    assertThat(read(badBase64 + noDirection + newer + surprise + "7\n" + TEXT).problems())
        .containsExactly(
            "line 1: field 'b64' is not base64",
            "line 2: field 'dir' is neither recv nor send",
            "line 3: capture version 2; this program reads 1",
            "line 4: no such kind of entry: 'surprise'",
            "line 5: not a JSON object");
  }

  @Test
  void whereNothingCanBeReadTheFirstProblemIsSaid() {
    assertThatThrownBy(() -> read("{'ev':'x'}"))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("line 1");
    assertThatThrownBy(() -> read("")).hasMessage("the capture is empty");
    assertThatThrownBy(() -> read("{'log':{'entries':[]}}"))
        .hasMessage("the capture holds no frames");
  }

  @Test
  void manyProblemsAreCountedNotKept() throws MalformedException {
    assertThat(read(TEXT + "{}\n".repeat(150)).problems())
        .hasSize(101)
        .endsWith("and 50 problems more");
  }

  @Test
  void aBareFrameIsOneFrame() throws MalformedException {
    // a Bilibili heartbeat: its own length does not add up as a prefix
    byte[] frame = HexFormat.of().parseHex("00000010001000010000000200000001");
    assertThat(CaptureReader.read(frame).messages())
        .singleElement()
        .satisfies(only -> assertThat(only.bytes()).isEqualTo(Raw.bytes(frame)));
  }

  private static final String HAR =
      "{'log':{'version':'1.2','pages':[],'entries':["
          + "{'_webSocketMessages':["
          + "{'type':'receive','time':1795248002.5,'opcode':2,'data':'AAE='},"
          + "{'type':'send','time':1795248001.25,'opcode':1,'data':'hi'},"
          + "{'type':'receive','time':1795248003,'opcode':2,'data':'~~'},"
          + "{'type':'error','time':1795248004,'opcode':-1,'data':'lost'}],"
          + "'startedDateTime':'2026-11-21T08:00:00.000Z',"
          + "'request':{'url':'wss://a/sub','headers':[['Cookie','secret']]},'response':{'status':200}},"
          + "{'request':{'url':'https://a/poll','method':'GET'},'startedDateTime':'2026-11-21T08:00:00.500Z',"
          + "'response':{'status':200,'content':{'size':2,'text':'e30=','encoding':'base64'}}}]}}";

  @Test
  void aHarOfChromeIsReadInTheOrderOfTime() throws MalformedException {
    Capture capture = read("\uFEFF" + HAR);
    assertThat(capture.entries())
        .containsExactly(
            new Open(
                1,
                1_795_248_000_000L,
                "wss://a/sub",
                null,
                null,
                List.of(),
                new Handshake(List.of(new Header("Cookie", "***")), 200, "", List.of())),
            new Http(2, 1_795_248_000_500L, "https://a/poll", 200, raw("{}")),
            new Message(1, 1_795_248_001_250L, Direction.SENT, FrameKind.TEXT, raw("hi")),
            new Message(
                1,
                1_795_248_002_500L,
                Direction.RECEIVED,
                FrameKind.BINARY,
                Raw.bytes(new byte[] {0, 1})),
            new Message(1, 1_795_248_003_000L, Direction.RECEIVED, FrameKind.BINARY, raw("~~")),
            new Close(1, 1_795_248_004_000L, 1006, "lost"));
    assertThat(capture.problems())
        .containsExactly("entry 1: a binary message is not base64; kept as text");
  }

  @Test
  void goodAnswersArePlayedAgainBesideFrames() throws MalformedException {
    String answers =
        """
        {'ev':'http','c':1,'t':5,'url':'https://x/a|b?q=1','status':200,'b64':'e30='}
        {'ev':'http','c':1,'t':6,'url':'https://x','status':502,'b64':'e30='}
        {'ev':'http','c':1,'t':7,'url':'https://x','status':200,'b64':''}
        {'ev':'http','c':1,'t':8,'url':'[redacted]','status':200,'b64':'e30='}
        """;
    Capture capture = read(OPEN + TEXT + BINARY + answers);
    assertThat(capture.messages()).hasSize(2);
    assertThat(capture.inbound())
        .containsExactly(
            new RecordedFrame(
                1_795_248_000_002L, FrameKind.BINARY, Raw.bytes(new byte[] {0, 1, -1})),
            new RecordedAnswer(5, URI.create("https://x/a%7Cb?q=1"), raw("{}")),
            new RecordedAnswer(8, URI.create("%5Bredacted%5D"), raw("{}")));
  }

  @Test
  void timesInMillisecondsAreKnownByTheirSize() throws MalformedException {
    Capture capture = read(HAR.replace("1795248001.25", "1795248001250.25"));
    assertThat(capture.messages().get(0).time()).isEqualTo(1_795_248_001_250L);
  }

  @Test
  void aHarThatIsCutOffGivesWhatItHolds() throws MalformedException {
    Capture capture = read(HAR.substring(0, HAR.length() - 60));
    assertThat(capture.messages()).hasSize(3);
    assertThat(capture.problems()).last().asString().contains("the HAR is cut off in line");
  }

  @Test
  void aCompressedCaptureIsInflated() throws IOException, MalformedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(HAR.replace('\'', '"').getBytes(UTF_8));
    }
    assertThat(CaptureReader.read(bytes.toByteArray())).isEqualTo(read(HAR));
  }

  @Property(tries = 300)
  void noBytesBreakTheReader(@ForAll byte[] bytes) {
    assertThatNothingButWordsComesOut(bytes);
  }

  @Property(tries = 300)
  void noTextBreaksTheReader(@ForAll String text) {
    assertThatNothingButWordsComesOut(("{" + text).getBytes(UTF_8));
  }

  private static void assertThatNothingButWordsComesOut(byte[] bytes) {
    try {
      assertThat(CaptureReader.read(bytes).entries()).isNotEmpty();
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
