package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
  private static final String ROOM = "bilibili:545068";

  @Test
  void aPortThatIsTakenIsToldInOneLineThatSaysWhatToDo() throws IOException {
    try (Simulator taken = Hosted.scripted(5, ROOM)) {
      String port = String.valueOf(taken.uri().getPort());
      Run run = Run.danmu("simulate", "--port", port, "--room", ROOM);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .hasLineCount(1)
          .startsWith("danmu: cannot listen on 127.0.0.1:" + port)
          .contains("choose another --port, or 0 for a free one")
          .doesNotContain("Exception");
    }
  }

  private static Run play(Path capture, String... more) {
    List<String> args = List.of("simulate", "--room", ROOM, "--replay", capture.toString());
    return Run.danmu(Stream.concat(args.stream(), Stream.of(more)).toList());
  }

  @Test
  void aCaptureIsPlayedAndItsFramesAreCounted(@TempDir Path dir) throws IOException {
    // u32be length + an authentication reply
    String frame = "0000001a0000001a0010000100000008000000017b22636f6465223a307d";
    Path capture = Files.write(dir.resolve("two.bin"), HexFormat.of().parseHex(frame + frame));
    Run run = play(capture, "--for", "10ms");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("playing 2 frames of " + capture + " into " + ROOM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello\nworld\n", "<?xml version='1.0'?><i/>", "\u0001\u0002\u0003"})
  void aFileWithoutAFrameIsRefusedWithWhatItWasTakenFor(String text, @TempDir Path dir)
      throws IOException {
    Run run = play(Files.writeString(dir.resolve("not.jsonl"), text));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("has no frame of bilibili: taken for ");
  }

  @Test
  void aCaptureOfAnotherPlatformIsRefused(@TempDir Path dir) throws IOException {
    String line =
        "{\"ev\":\"msg\",\"dir\":\"recv\",\"b64\":\"OgJoYg==\"}\n"; // a heartbeat of Douyin
    Run run = play(Files.writeString(dir.resolve("douyin.jsonl"), line));
    assertThat(run.err()).contains("1 bare or recorded frame, which that platform does not send");
  }

  @Test
  void linesThatAreNoCaptureAreToldByTheirNumber(@TempDir Path dir) throws IOException {
    Run run = play(Files.writeString(dir.resolve("events.jsonl"), "{\"type\":\"chat\"}\n"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("events.jsonl is no capture: line 1");
  }

  @Test
  void aMissingCaptureIsToldAsMissing(@TempDir Path dir) {
    assertThat(play(dir.resolve("none")).err()).contains("none: no such file");
  }
}
