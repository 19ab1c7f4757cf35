package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million lines of somebody's XML, in order and in none, past a progress bar, in 256 MB. */
@Tag("load")
class MillionLinesTest {
  private static final int LINES = 1_000_000;
  private static final long STEP = 7_368_787; // a prime: every second once, in no order

  @TempDir Path dir = Path.of("");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void becomeSubtitlesInTheirOrder(boolean ordered) throws Exception {
    write(ordered, "");
    assertThatAllBecomeSubtitles();
  }

  /** What recorders keep of each message with them, a kilobyte. */
  @Test
  void ofAGigabyteToo() throws Exception {
    write(true, " raw=\"[" + "0,".repeat(500) + "0]\"");
    assertThat(Files.size(dir.resolve("m.xml"))).isGreaterThan(1L << 30);
    assertThatAllBecomeSubtitles();
  }

  private void assertThatAllBecomeSubtitles() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Exported.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(child.waitFor()).isZero();
    try (Stream<String> lines = Files.lines(dir.resolve("m.ass"))) {
      assertThat(lines.filter(line -> line.contains(",R2L,")).map(MillionLinesTest::number))
          .hasSize(LINES)
          .isSorted();
    }
    assertThat(Files.readString(dir.resolve("bar"))).contains("reading", " 50 %", " 90 %");
  }

  private static Integer number(String line) {
    return Integer.valueOf(line.substring(line.lastIndexOf('}') + 1));
  }

  private void write(boolean ordered, String raw) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(dir.resolve("m.xml"))) {
      out.write("<i><BililiveRecorder version=\"2\" /><BililiveRecorderRecordInfo roomid=\"1\"");
      out.write(" start_time=\"2026-11-21T08:00:00Z\" />\n");
      for (int i = 0; i < LINES; i++) {
        long number = ordered ? i : i * STEP % LINES;
        String time = number / 10 + "." + number % 10 + "00";
        out.write("<d p=\"" + time + ",1,25,255,0,0," + i % 5_000 + ",0\" user=\"观众\"");
        out.write(raw + ">");
        out.write(number + "</d>\n");
      }
      out.write("</i>\n");
    }
  }

  /** The child. */
  static final class Exported {
    private Exported() {}

    public static void main(String[] args) throws IOException {
      Path dir = Path.of(args[0]);
      long start = System.nanoTime();
      try (PrintStream bar = new PrintStream(dir.resolve("bar").toFile(), UTF_8)) {
        Console terminal = new Console(System.out, bar, true);
        int exit = Main.run(terminal, "export", dir.resolve("m.xml").toString(), "--to", "ass");
        System.out.println("a million lines: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        System.exit(exit);
      }
    }
  }
}
