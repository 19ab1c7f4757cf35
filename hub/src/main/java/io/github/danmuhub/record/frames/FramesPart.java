package io.github.danmuhub.record.frames;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Counted;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The frames of the rooms, captured beside their events. Starts after the recording. */
public final class FramesPart implements Part {
  private final LogOptions options;
  private final List<Platform> platforms;
  private final boolean raw;
  private final Consumer<Phrase> say;
  private volatile @Nullable FrameRecorder recorder;

  /**
   * Captures from its start on.
   *
   * @param platforms they know what in their frames is secret and is blanked out
   * @param raw whether secrets are written all the same, into files that only their owner reads
   * @param say takes one line for a person
   */
  public FramesPart(
      LogOptions options, List<Platform> platforms, boolean raw, Consumer<Phrase> say) {
    this.options = options;
    this.platforms = List.copyOf(platforms);
    this.raw = raw;
    this.say = say;
  }

  /** What hears a room that is opened while this part runs. Any thread. */
  public FrameTap tap(RoomRef room) {
    FrameRecorder running = recorder;
    return running == null ? FrameTap.NONE : running.tap(room);
  }

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void start(PartStatus status) {
    DiskListener listener = DiskListener.saying(status::failing, status::working, "frame");
    recorder = FrameRecorder.start(options, platforms, raw, listener);
  }

  @Override
  public void measure(MeterRegistry metrics) {
    FunctionCounter.builder("danmu.record.lost.frames", this, FramesPart::lost)
        .description("frames that could not be captured")
        .register(metrics);
  }

  /** How many frames could not be captured; final once it is closed. */
  public long lost() {
    FrameRecorder running = recorder;
    return running == null ? 0 : running.dropped();
  }

  /** What still waits is written first. */
  @Override
  public void close() {
    FrameRecorder running = requireNonNull(recorder);
    running.close();
    say.accept(
        Phrase.of(
            "recording.captured",
            Phrase.count(running.written(), "frame"),
            Counted.losses(lost())));
  }
}
