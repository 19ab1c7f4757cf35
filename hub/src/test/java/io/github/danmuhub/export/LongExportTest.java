package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.record.Progress;
import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.RecorderOptions;
import io.github.danmuhub.record.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty-four hours of a busy room go through 256 MB of heap, recording and export alike. */
@Tag("load")
class LongExportTest {
  @TempDir Path dir = Path.of("");

  @Test
  void aDayOfABusyRoomIsRecordedAndExportedIn256Megabytes() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Day.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(child.waitFor()).isZero();
    try (Stream<String> lines = Files.lines(dir.resolve("day.xml"))) {
      assertThat(lines.filter(line -> line.startsWith("<d ")).count()).isEqualTo(Day.EVENTS);
    }
    assertThat(dir.resolve("day.ass")).exists();
  }

  /** The child: 20 messages a second for 24 hours, as fast as the disk takes them. */
  static final class Day {
    static final long EVENTS = 24 * 3600 * 20;

    private Day() {}

    public static void main(String[] args) throws IOException {
      Path dir = Path.of(args[0]);
      Path recording = dir.resolve("recording");
      long begin = System.currentTimeMillis();
      RecorderOptions options =
          RecorderOptions.of(recording).withRotation(64L << 20, Duration.ofDays(2));
      try (Recorder recorder = Recorder.open(options, e -> System.exit(3))) {
        for (int i = 0; i < EVENTS; i++) {
          recorder.accept(event(i));
        }
      }
      say("recorded " + EVENTS, begin);
      for (String format : new String[] {"xml", "ass"}) {
        long start = System.currentTimeMillis();
        Exporter exporter = Exporters.named(format).orElseThrow();
        new Export(Recording.open(recording), exporter, ExportOptions.DEFAULTS)
            .to(dir.resolve("day." + format), Progress.NONE);
        say(format, start);
      }
    }

    private static LiveEvent event(int number) {
      return SampleEvents.chat(number * 50L, number % 100_000, "第 " + number + " 条弹幕 " + START);
    }

    private static void say(String what, long since) {
      System.out.println(what + ": " + (System.currentTimeMillis() - since) + " ms");
    }
  }
}
