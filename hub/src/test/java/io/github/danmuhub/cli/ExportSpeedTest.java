package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.record.Compression;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.RecorderOptions;
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
 * script gives it: how long from the entry of main until the file is there.
 */
@Tag("load")
class ExportSpeedTest {
  private static final int LINES = 100_000;
  private static final int RUNS = 7;
  private static final long BAR_MS = 1_000;

  @TempDir Path dir = Path.of("");

  /** The best of several: what others do on the machine is not ours to measure. */
  @Test
  void aHundredThousandLinesBecomeSubtitlesInASecond() throws Exception {
    Path recording = record();
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      best = Math.min(best, export(recording));
    }
    try (Stream<String> lines = Files.lines(dir.resolve("out.ass"))) {
      assertThat(lines.filter(line -> line.contains(",R2L,,")).count()).isEqualTo(LINES);
    }
    assertThat(best).as("milliseconds from main to the file").isLessThan(BAR_MS);
  }

  private Path record() throws IOException {
    Path recording = dir.resolve("recording");
    RecorderOptions options =
        RecorderOptions.of(recording)
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
    return new Chat(origin, user, text, 0xffffff, Chat.Mode.SCROLL, List.of(), null, null, 0);
  }

  private long export(Path recording) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(optionsOfTheScript());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Timed.class.getName()));
    command.addAll(List.of("export", recording.toString(), "--to", "ass", "--force"));
    command.addAll(List.of("--out", dir.resolve("out.ass").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    System.out.print(said.substring(said.indexOf("took ")));
    return Long.parseLong(said.replaceAll("(?s).*took (\\d+) ms.*", "$1"));
  }

  private static List<String> optionsOfTheScript() throws IOException {
    String script = Files.readString(Path.of(System.getProperty("danmu.root"), "danmu"));
    Matcher options = Pattern.compile("export\\|.*\\) jvm=\"([^\"]+)\"").matcher(script);
    assertThat(options.find()).as("the script's options for export").isTrue();
    return List.of(options.group(1).split(" "));
  }

  /** The child: main, and a clock around it. */
  static final class Timed {
    private Timed() {}

    public static void main(String[] args) {
      long entered = System.nanoTime();
      int exit = Main.run(new Console(System.out, System.err, false), args);
      long cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
      long ms = (System.nanoTime() - entered) / 1_000_000;
      System.out.println("took " + ms + " ms; " + cpu + " ms of CPU with the JVM's start");
      System.exit(exit);
    }
  }
}
