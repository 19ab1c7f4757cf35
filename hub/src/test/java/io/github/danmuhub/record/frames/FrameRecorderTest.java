package io.github.danmuhub.record.frames;

import static io.github.danmuhub.SampleEvents.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameRecorderTest {
  private static final RoomRef ROOM = new RoomRef("nowhere", "1/..\\2");
  private static final Dial DIAL =
      new Dial.WebSocket(URI.create("wss://a/sub?token=x"), Headers.NONE, new Pace(1, 1));

  @TempDir Path dir = Path.of("");
  private final AtomicLong now = new AtomicLong(START);
  private final List<String> told = new CopyOnWriteArrayList<>();

  private FrameRecorder start(Path out) {
    DiskListener listener =
        new DiskListener() {
          @Override
          public void failing(RecordingException why) {
            told.add(String.valueOf(why.getMessage()));
          }

          @Override
          public void recovered(long lost) {
            told.add("recovered, lost " + lost);
          }
        };
    return FrameRecorder.start(LogOptions.of(out), List.of(), false, listener, now::get);
  }

  private static void hear(FrameTap tap, String text) {
    tap.received(FrameKind.TEXT, ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private static List<Capture> captures(Path out) throws IOException, MalformedException {
    List<Capture> captures = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.sorted().toList()) {
        captures.add(CaptureReader.read(file));
      }
    }
    return captures;
  }

  @Test
  void eachFileOfARoomBeginsWithItsSocketAndCanBeReadAlone() throws Exception {
    try (FrameRecorder recorder = start(dir)) {
      FrameTap tap = recorder.tap(ROOM);
      tap.opened(DIAL);
      hear(tap, "first");
      Awaitility.await().until(() -> recorder.written() == 2);
      now.addAndGet(Duration.ofHours(1).toMillis());
      hear(tap, "second");
      tap.closed(new Closed(1000, "bye", null));
    }
    List<Capture> captures = captures(dir);
    assertThat(captures).hasSize(2);
    CaptureEntry.Open open =
        new CaptureEntry.Open(1, START, "wss://a/sub?token=***", ROOM.platform(), ROOM.room());
    for (Capture capture : captures) {
      assertThat(capture.entries().get(0)).isEqualTo(open);
      assertThat(capture.inbound()).hasSize(1);
    }
    assertThat(captures.get(1).entries()).last().isInstanceOf(CaptureEntry.Close.class);
    assertThat(dir.resolve("20261121T080000Z-nowhere-1_.._2.frames.jsonl")).exists();
  }

  @Test
  void roomsHaveFilesOfTheirOwn() throws Exception {
    try (FrameRecorder recorder = start(dir)) {
      for (int i = 0; i < 20; i++) {
        hear(recorder.tap(new RoomRef("nowhere", "room" + i)), "frame of " + i);
      }
    }
    assertThat(captures(dir)).hasSize(20).allMatch(capture -> capture.inbound().size() == 1);
  }

  @Test
  void aDiskThatTakesNothingIsToldOnceAndTriedAgain() throws Exception {
    Path later = dir.resolve("later");
    try (FrameRecorder recorder = start(later)) {
      FrameTap tap = recorder.tap(ROOM);
      tap.opened(DIAL);
      Awaitility.await().until(() -> recorder.dropped() == 1);
      hear(tap, "lost");
      Awaitility.await().until(() -> recorder.dropped() == 2);
      Files.createDirectories(later);
      hear(tap, "kept");
    }
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith("cannot write to " + later + ": it is not there;");
    assertThat(told.get(1)).isEqualTo("recovered, lost 2");
    assertThat(captures(later).get(0).entries())
        .extracting(entry -> entry.getClass().getSimpleName())
        .containsExactly("Open", "Message");
  }

  @Test
  void theQueueIsBoundedInFramesAndInBytesAndCountsWhatItDrops() throws Exception {
    FrameQueue many = new FrameQueue();
    FrameQueue large = new FrameQueue();
    for (int i = 0; i < FrameQueue.ENTRIES + 10; i++) {
      many.offer(ROOM, frame(1));
    }
    for (int i = 0; i < 70; i++) {
      large.offer(ROOM, frame(1 << 20));
    }
    assertThat(many.dropped()).isEqualTo(10);
    assertThat(large.dropped()).isEqualTo(70 - (FrameQueue.BYTES >> 20));
    int room = large.take(0).size();
    large.offer(ROOM, frame(1 << 20));
    assertThat(large.take(0)).as("there is room again, after %d", room).hasSize(1);
  }

  private static CaptureEntry frame(int size) {
    return new CaptureEntry.Message(
        1, 0, CaptureEntry.Direction.RECEIVED, FrameKind.BINARY, Raw.bytes(new byte[size]));
  }

  @Test
  void polledAnswersAreKeptAndPagesAreNot() throws Exception {
    try (FrameRecorder recorder = start(dir)) {
      FrameTap tap = recorder.tap(ROOM);
      URI url = URI.create("https://a/fetch?msToken=x&cursor=7");
      tap.answered(
          HttpCall.get(url, Headers.NONE),
          HttpReply.of(200, "text/html; charset=utf-8", "<html>whose page</html>"));
      tap.answered(
          HttpCall.get(url, Headers.NONE), HttpReply.of(200, "application/protobuf", "frames"));
    }
    assertThat(captures(dir).get(0).entries())
        .singleElement()
        .isEqualTo(
            new CaptureEntry.Http(
                1,
                START,
                "https://a/fetch?msToken=***&cursor=7",
                200,
                Raw.bytes("frames".getBytes(UTF_8))));
  }
}
