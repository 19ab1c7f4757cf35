package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.config.RecordConfig;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.RecorderOptions;
import io.github.danmuhub.record.RecordingException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The recorder beside the hub, where the configuration wants one. */
final class Recordings implements AutoCloseable {
  /** A slow disk may hold the sink up for a while; memory is what this costs. */
  private static final int QUEUE = 65_536;

  private final String dir;
  private final @Nullable Recorder recorder;

  private Recordings(String dir, @Nullable Recorder recorder) {
    this.dir = dir;
    this.recorder = recorder;
  }

  static Recordings open(@Nullable RecordConfig config, Console console) throws RecordingException {
    if (config == null) {
      return new Recordings("", null);
    }
    Duration age = Duration.ofMinutes(config.rotateMinutes());
    RecorderOptions options =
        RecorderOptions.of(Path.of(config.dir())).withRotation(config.rotateMb() * (1L << 20), age);
    Recorder recorder =
        Recorder.open(
            options, failure -> console.say(Printable.line(String.valueOf(failure.getMessage()))));
    return new Recordings(config.dir(), recorder);
  }

  /** Records what this client hears; nothing where nothing is configured. */
  void hear(DanmuClient client, Console console) {
    if (recorder != null) {
      client.events().subscribe("record", QUEUE, recorder);
      console.say("recording to " + dir);
    }
  }

  @Override
  public void close() {
    if (recorder != null) {
      recorder.close();
    }
  }
}
