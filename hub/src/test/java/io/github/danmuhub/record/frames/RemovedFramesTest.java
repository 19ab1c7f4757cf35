package io.github.danmuhub.record.frames;

import static io.github.danmuhub.SampleEvents.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody removes while it is captured to is lost: counted and told; capturing goes on. */
class RemovedFramesTest {
  private static final RoomRef ROOM = new RoomRef("nowhere", "1");
  private static final Dial DIAL =
      new Dial.WebSocket(URI.create("wss://a/sub"), Headers.NONE, new Pace(1, 1));

  @TempDir Path parent = Path.of("");
  private final AtomicLong now = new AtomicLong(START);
  private final List<String> told = new CopyOnWriteArrayList<>();

  private Path dir() throws IOException {
    return Files.createDirectories(parent.resolve("recording"));
  }

  private FrameRecorder start() throws IOException {
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
    return FrameRecorder.start(LogOptions.of(dir()), List.of(), false, listener, now::get);
  }

  private static void hear(FrameTap tap, String text) {
    tap.received(FrameKind.TEXT, ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(dir())) {
      return files.sorted().toList();
    }
  }

  private String removal(String lost) {
    return "files of frames in "
        + parent.resolve("recording")
        + " were removed or replaced while they were written; "
        + lost
        + " lost; capturing goes on in new files as soon as it can";
  }

  private FrameTap captured(FrameRecorder recorder, String... texts) {
    FrameTap tap = recorder.tap(ROOM);
    tap.opened(DIAL);
    for (String text : texts) {
      hear(tap, text);
    }
    Awaitility.await().until(() -> recorder.written() == 1 + texts.length);
    return tap;
  }

  @Test
  void aFileThatIsRemovedIsLostAndANewOneIsBegun() throws Exception {
    try (FrameRecorder recorder = start()) {
      FrameTap tap = captured(recorder, "a", "b");
      Files.delete(files().get(0));
      hear(tap, "c");
      Awaitility.await().until(() -> recorder.written() == 1);
      assertThat(recorder.dropped()).isEqualTo(3);
    }
    assertThat(told).containsExactly(removal("3 are"), "recovered, lost 3");
    assertThat(CaptureReader.read(files().get(0)).entries())
        .extracting(entry -> entry.getClass().getSimpleName())
        .containsExactly("Open", "Message");
  }

  @Test
  void aFileThatIsReplacedIsLostAndTheOtherIsLeftAlone() throws Exception {
    try (FrameRecorder recorder = start()) {
      FrameTap tap = captured(recorder);
      Path file = files().get(0);
      Path other = Files.writeString(parent.resolve("other"), "{}\n");
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      now.addAndGet(Duration.ofSeconds(5).toMillis());
      hear(tap, "a");
    }
    assertThat(files()).hasSize(2);
    assertThat(files().get(0)).hasContent("{}");
    assertThat(told).contains(removal("1 is"));
  }

  @Test
  void aStillRoomIsLookedAtToo() throws Exception {
    try (FrameRecorder recorder = start()) {
      captured(recorder, "a");
      Files.delete(files().get(0));
      now.addAndGet(Duration.ofSeconds(1).toMillis());
      Awaitility.await().until(() -> recorder.dropped() == 2);
      assertThat(recorder.isFailing()).isTrue();
    }
  }

  @Test
  void whatIsRemovedBeforeTheEndIsToldAtTheEnd() throws Exception {
    FrameRecorder recorder = start();
    captured(recorder, "a");
    Files.delete(files().get(0));
    recorder.close();
    assertThat(recorder.dropped()).isEqualTo(2);
    assertThat(recorder.written()).isZero();
  }

  @Test
  void withTheFolderGoAllFilesOfTheRun() throws Exception {
    try (FrameRecorder recorder = start()) {
      FrameTap tap = captured(recorder, "a", "b");
      now.addAndGet(Duration.ofHours(1).toMillis());
      hear(tap, "of the second file");
      Awaitility.await().until(() -> recorder.written() == 4);
      Files.move(dir(), parent.resolve("aside"));
      hear(tap, "nowhere to go");
      Awaitility.await().until(() -> recorder.dropped() == 5);
      dir();
      hear(tap, "kept");
    }
    assertThat(told).hasSize(3).contains(removal("4 are"), "recovered, lost 5");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFullFileThatIsTakenAwayIsNobodysLoss() throws Exception {
    try (FrameRecorder recorder = start()) {
      FrameTap tap = captured(recorder, "a");
      now.addAndGet(Duration.ofHours(1).toMillis());
      hear(tap, "b");
      Awaitility.await().until(() -> recorder.written() == 3);
      Files.delete(files().get(0));
      now.addAndGet(Duration.ofSeconds(2).toMillis());
      hear(tap, "c");
    }
    assertThat(told).isEmpty();
  }
}
