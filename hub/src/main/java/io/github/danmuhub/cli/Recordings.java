package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.RecordConfig;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.RecorderOptions;
import io.github.danmuhub.record.frames.FrameRecorder;
import io.github.danmuhub.record.segment.RecordingException;
import io.github.danmuhub.server.HubServer;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Counted;
import io.micrometer.core.instrument.FunctionCounter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a client hears, on its way into a folder; says how it went at the end. */
final class Recordings implements AutoCloseable {
  /** A slow disk may hold the sink up for a while; memory is what this costs. */
  private static final int QUEUE = 65_536;

  private final RecorderOptions options;
  private final Console console;
  private final RecorderTalk talk;
  private final Recorder recorder;
  private @Nullable FrameRecorder frames;
  private @Nullable Subscription events;

  private Recordings(RecorderOptions options, Console console) throws RecordingException {
    this.options = options;
    this.console = console;
    this.talk = new RecorderTalk(console);
    this.recorder = Recorder.open(options, talk.of("the recording", "event"));
  }

  /**
   * @throws RecordingException if the folder cannot be written, or another recorder has it
   */
  static Recordings open(RecorderOptions options, Console console) throws RecordingException {
    return new Recordings(options, console);
  }

  /** The recorder beside the hub; null where the configuration wants none. */
  static @Nullable Recordings open(@Nullable RecordConfig config, Console console)
      throws RecordingException {
    if (config == null) {
      return null;
    }
    Duration age = Duration.ofMinutes(config.rotateMinutes());
    RecorderOptions options =
        RecorderOptions.of(Path.of(config.dir()))
            .withRotation(config.rotateMb() * (1L << 20), age)
            .withCompression(config.compression());
    return open(options, console);
  }

  Path dir() {
    return options.dir();
  }

  /** Records the frames of this client too. */
  void captureFrames(DanmuClient.Builder client, boolean raw) {
    FrameRecorder recording =
        FrameRecorder.start(options, Platforms.all(), raw, talk.of("the capture", "frame"));
    frames = recording;
    client.tap(recording::tap);
  }

  /** Records what this client hears from now on. */
  void hear(DanmuClient client) {
    events = client.events().subscribe("record", QUEUE, recorder);
  }

  /** Shows under the hub's {@code /healthz} and {@code /metrics} how it goes. */
  void showOn(HubServer hub) {
    hub.health().watch("recording", this::isFailing);
    FunctionCounter.builder("danmu.record.events", recorder, Recorder::lastSeq)
        .description("the number of the newest recorded event")
        .register(hub.metrics());
    FunctionCounter.builder("danmu.record.lost", this, Recordings::lost)
        .description("events and frames that could not be recorded")
        .register(hub.metrics());
  }

  private boolean isFailing() {
    return recorder.isFailing() || (frames != null && frames.isFailing());
  }

  /** Whether nothing was lost; known at the end. */
  boolean isWhole() {
    return lost() == 0;
  }

  private long lost() {
    return recorder.lost()
        + (events == null ? 0 : events.dropped())
        + (frames == null ? 0 : frames.dropped());
  }

  /** What still waits is recorded first. */
  @Override
  public void close() {
    if (events != null) {
      events.close();
    }
    if (frames != null) {
      frames.close();
    }
    recorder.close();
    console.say(summary());
  }

  private String summary() {
    String text = "recorded up to event " + recorder.lastSeq();
    if (frames != null) {
      text += ", captured " + Counted.of(frames.written(), "frame");
    }
    return isWhole() ? text : text + "; " + (lost() == 1 ? "1 is lost" : lost() + " are lost");
  }
}
