package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.record.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code danmu export --to ass} on 100,000 lines, in a process of its own with the options that the
 * script gives it: how long from the entry of main until the file is there, less what {@code danmu
 * --version} takes from main to its end, which is the start of any command.
 */
@Tag("load")
class ExportSpeedTest {
  private static final int LINES = 100_000;
  private static final int RUNS = 7;
  private static final long BAR_MS = 1_000;
  private static final String TOOK = "took ";

  @TempDir Path dir = Path.of("");

  /** The best of several of each: what others do on the machine is not ours to measure. */
  @Test
  void aHundredThousandLinesBecomeSubtitlesInASecond() throws Exception {
    String recording = record().toString();
    String file = dir.resolve("out.ass").toString();
    long start = best("--version");
    long export = best("export", recording, "--to", "ass", "--force", "--out", file);
    System.out.printf("main to the file %d ms, of which the start %d ms%n", export, start);
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      assertThat(lines.filter(line -> line.contains(",R2L,,")).count()).isEqualTo(LINES);
    }
    assertThat(export - start).as("milliseconds after the start").isLessThan(BAR_MS);
  }

  private static long best(String... args) throws Exception {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      best = Math.min(best, run(args));
    }
    return best;
  }

  private Path record() throws IOException {
    Path recording = dir.resolve("recording");
    LogOptions options =
        LogOptions.of(recording)
            .withCompression(Compression.NONE)
            .withRotation(1L << 30, Duration.ofDays(9));
    try (Recorder recorder = Recorder.open(options, e -> assertThat(e).isNull())) {
      Random random = new Random(1);
      recorder.accept(SampleEvents.room(0, "十万"));
      for (int i = 0; i < LINES; i++) {
        recorder.accept(chat(i, random));
      }
    }
    return recording;
  }

  /** With all that a platform tells of its viewers: about 380 bytes of JSON. */
  private static LiveEvent chat(int number, Random random) {
    long time = START + number * 70L;
    String id = Long.toHexString(random.nextLong());
    Origin origin = new Origin("bilibili", "545068", id, time, time + 40, false, null);
    String face = "https://i0.hdslb.com/bfs/face/" + id + ".jpg";
    User.Badge badge = new User.Badge("粉丝团", 21, "545068");
    User user = new User("1234567", "观众 " + number, face, badge, Set.of(), 30);
    String text = "弹".repeat(2 + random.nextInt(29));
    return new Chat(origin, user, text, Chat.Style.of(0xffffff), Chat.Pictures.NONE, null, 0);
  }

  private static long run(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(optionsOfTheScript());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Timed.class.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Long.parseLong(said.substring(said.indexOf(TOOK) + TOOK.length()).strip());
  }

  private static List<String> optionsOfTheScript() throws IOException {
    String script = Files.readString(Path.of(System.getProperty("danmu.root"), "scripts/run.sh"));
    Matcher options = Pattern.compile("export \\|.*\\) jvm=\"([^\"]+)\"").matcher(script);
    assertThat(options.find()).as("the script's options for export").isTrue();
    return List.of(options.group(1).split(" "));
  }

  /** The child: main, and a clock around it. */
  static final class Timed {
    private Timed() {}

    public static void main(String[] args) {
      long entered = System.nanoTime();
      int exit = Main.run(new Console(System.out, System.err, false), args);
      System.out.println(TOOK + (System.nanoTime() - entered) / 1_000_000);
      System.exit(exit);
    }
  }
}
