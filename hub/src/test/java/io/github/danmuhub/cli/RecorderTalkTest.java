package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.record.RecorderListener;
import io.github.danmuhub.record.segment.RecordingException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class RecorderTalkTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(said, true, UTF_8);
  private final RecorderTalk talk = new RecorderTalk(new Console(stream, stream, false));

  @Test
  void twoRecordersOfOneDiskTellItsTroubleOnceAndEachItsOwnLoss() {
    RecorderListener events = talk.of("the recording", "event");
    RecorderListener frames = talk.of("the capture", "frame");
    RecordingException full = new RecordingException("the disk is full");
    events.failing(full);
    frames.failing(full);
    events.recovered(0);
    frames.recovered(1_234);
    frames.failing(full);
    assertThat(said.toString(UTF_8).lines())
        .containsExactly(
            "danmu: the disk is full",
            "danmu: the recording goes on; nothing is lost",
            "danmu: the capture goes on; lost: 1,234 frames",
            "danmu: the disk is full");
  }
}
