package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Captures of a gigabyte go through {@code danmu inspect} in a heap of 256 MB, from a file and by a
 * pipe.
 */
@Tag("load")
class GigabyteCaptureTest {
  private static final long SIZE = 1 << 30;
  private static final int MESSAGE = 400;

  private final Path dir;

  GigabyteCaptureTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aGigabyteOfOurLinesIsTakenApartToItsLastFrame() throws Exception {
    Path file = dir.resolve("capture.jsonl");
    long frames;
    try (OutputStream out = Files.newOutputStream(file)) {
      frames = lines(out);
    }
    inspected(frames, "inspect", file.toString());
  }

  @Test
  void aGigabyteOfBareFramesByAPipeIsTakenApartToItsLastFrame() throws Exception {
    Path file = dir.resolve("capture.bin");
    long frames;
    try (OutputStream out = Files.newOutputStream(file)) {
      frames = bare(out);
    }
    inspected(frames, "inspect", "-");
  }

  /** What it prints is read as it comes: a report is larger than the capture. */
  private void inspected(long frames, String... args) throws Exception {
    ProcessBuilder danmu =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            args[0],
            args[1]);
    if (args[1].equals("-")) {
      danmu.redirectInput(dir.resolve("capture.bin").toFile());
    }
    Process process = danmu.redirectErrorStream(true).start();
    String first = "";
    String statistics = "";
    long chats = 0;
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        first = first.isEmpty() ? line : first;
        chats += line.startsWith("  => notice ") ? 1 : 0;
        statistics = line.startsWith("statistics: ") ? line : statistics;
      }
    }
    assertThat(process.waitFor()).as(first).isZero();
    assertThat(first).endsWith(String.format(Locale.ROOT, ", %,d frames", frames));
    assertThat(statistics).startsWith("statistics: " + frames + " frames received, 0 sent");
    assertThat(chats).isEqualTo(frames);
  }

  private static long lines(OutputStream out) throws IOException {
    out.write(
        ("{\"v\":1,\"ev\":\"open\",\"c\":1,\"t\":1,\"url\":\"wss://x/sub\","
                + "\"platform\":\"bilibili\",\"room\":\"7\"}\n")
            .getBytes(UTF_8));
    long written = 0;
    long frames = 0;
    StringBuilder lines = new StringBuilder();
    while (written < SIZE) {
      lines.setLength(0);
      for (int i = 0; i < 1_000; i++) {
        lines
            .append("{\"ev\":\"msg\",\"c\":1,\"t\":")
            .append(1_700_000_000_000L + 10 * ++frames)
            .append(",\"dir\":\"recv\",\"op\":2,\"b64\":\"")
            .append(Base64.getEncoder().encodeToString(packet(frames)))
            .append("\"}\n");
      }
      byte[] bytes = lines.toString().getBytes(UTF_8);
      out.write(bytes);
      written += bytes.length;
    }
    return frames;
  }

  private static long bare(OutputStream out) throws IOException {
    long written = 0;
    long frames = 0;
    while (written < SIZE) {
      ByteBuffer thousand = ByteBuffer.allocate(1_000 * (MESSAGE + 100));
      for (int i = 0; i < 1_000; i++) {
        byte[] packet = packet(++frames);
        thousand.putInt(packet.length).put(packet);
      }
      out.write(thousand.array(), 0, thousand.position());
      written += thousand.position();
    }
    return frames;
  }

  /** A notice of its own number. */
  private static byte[] packet(long number) {
    byte[] json =
        ("{\"cmd\":\"NOTICE_MSG\",\"msg_common\":\""
                + number
                + " "
                + "喵".repeat(MESSAGE / 4)
                + "\"}")
            .getBytes(UTF_8);
    return ByteBuffer.allocate(16 + json.length)
        .putInt(16 + json.length)
        .putShort((short) 16)
        .putShort((short) 0)
        .putInt(5)
        .putInt(1)
        .put(json)
        .array();
  }
}
