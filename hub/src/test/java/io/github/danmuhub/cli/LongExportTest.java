package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.record.Recorder;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty-four hours of a busy room, as the simulator's script plays them, go through 256 MB of heap
 * and past a progress bar: recording and {@code danmu export} alike.
 */
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
    List<String> recorded = Files.readAllLines(dir.resolve(Day.COUNTS));
    assertThat(recorded).hasSize(4).first().asString().matches("d \\d{6,}");
    assertThat(exported()).isEqualTo(recorded);
    assertThat(dir.resolve("recording.ass")).isNotEmptyFile();
    assertThat(Files.readString(dir.resolve(Day.BAR)))
        .contains("recording.xml", "recording.ass", " 10 %", " 50 %", " 90 %", " 100 %");
  }

  private List<String> exported() throws Exception {
    Map<String, Integer> elements = new TreeMap<>();
    try (Stream<String> lines = Files.lines(dir.resolve("recording.xml"))) {
      lines
          .filter(line -> line.matches("<(d|gift|guard|sc) .*"))
          .forEach(line -> elements.merge(line.substring(1, line.indexOf(' ')), 1, Integer::sum));
    }
    return lines(elements);
  }

  private static List<String> lines(Map<String, Integer> counts) {
    return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  /** The child: 20 messages a second for 24 hours, as fast as the disk takes them. */
  static final class Day {
    static final String COUNTS = "counts";
    static final String BAR = "bar";
    private static final double PER_SECOND = 20;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Recorder recorder;

    private Day(Recorder recorder) {
      this.recorder = recorder;
    }

    public static void main(String[] args) throws Exception {
      Path dir = Path.of(args[0]);
      Path recording = dir.resolve("recording");
      long begin = System.currentTimeMillis();
      try (Recorder recorder = Recorder.open(LogOptions.of(recording), e -> System.exit(3))) {
        Day day = new Day(recorder);
        new ScriptedRoom(START, PER_SECOND, day::record).pass(Duration.ofDays(1).toMillis());
        Files.write(dir.resolve(COUNTS), lines(day.counts));
      }
      say("recorded", begin);
      try (PrintStream bar = new PrintStream(dir.resolve(BAR).toFile(), UTF_8)) {
        Console terminal = new Console(System.out, bar, true);
        for (String format : new String[] {"xml", "ass"}) {
          long start = System.currentTimeMillis();
          int exit = Main.run(terminal, "export", recording.toString(), "--to", format);
          if (exit != 0) {
            System.exit(exit);
          }
          say(format, start);
        }
      }
    }

    private void record(LiveEvent event) {
      recorder.accept(event);
      String element = element(event);
      if (!element.isEmpty()) {
        counts.merge(element, 1, Integer::sum);
      } else if (event instanceof Retract retract) {
        counts.merge("d", -retract.ids().size(), Integer::sum); // right after they were said
      }
    }

    /** What Bilibili's XML makes of it. */
    private static String element(LiveEvent event) {
      if (event instanceof Chat) {
        return "d";
      }
      if (event instanceof Gift gift && gift.count() > 0) {
        return "gift";
      }
      if (event instanceof SuperChat) {
        return "sc";
      }
      return event instanceof Membership ? "guard" : "";
    }

    private static void say(String what, long since) {
      System.out.println(what + ": " + (System.currentTimeMillis() - since) + " ms");
    }
  }
}
