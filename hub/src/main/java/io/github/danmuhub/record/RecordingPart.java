package io.github.danmuhub.record;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Counted;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A recording: what is heard goes into a folder; says at the end how it went. */
public final class RecordingPart implements Part {
  /** A slow disk may hold the sink up for a while; memory is what this costs. */
  private static final int QUEUE = 65_536;

  private final LogOptions options;
  private final @Nullable EventStream events;
  private final int windowEvents;
  private final long windowBytes;
  private final Consumer<String> say;
  private @Nullable Recorder recorder;
  private @Nullable Subscription heard;

  /**
   * Records from its start on.
   *
   * @param say takes one line for a person
   */
  public RecordingPart(LogOptions options, EventStream events, Consumer<String> say) {
    this(options, events, 1, 1, say);
  }

  private RecordingPart(
      LogOptions options,
      @Nullable EventStream events,
      int windowEvents,
      long windowBytes,
      Consumer<String> say) {
    this.options = options;
    this.events = events;
    this.windowEvents = windowEvents;
    this.windowBytes = windowBytes;
    this.say = say;
  }

  /** One whose {@link #log} others fill and read; so much of it stays in memory. */
  public static RecordingPart shared(
      LogOptions options, int windowEvents, long windowBytes, Consumer<String> say) {
    return new RecordingPart(options, null, windowEvents, windowBytes, say);
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public boolean required() {
    return true;
  }

  /**
   * @throws RecordingException if the folder cannot be written, or another recorder has it
   */
  @Override
  public void start(PartStatus status) throws RecordingException {
    DiskListener listener = DiskListener.saying(status::failing, status::working, "event");
    Recorder open = Recorder.over(LogFolder.open(options, listener), windowEvents, windowBytes);
    recorder = open;
    heard = events == null ? null : events.subscribe("record", QUEUE, open);
  }

  /** What is recorded; once it has started. */
  public EventLog log() {
    return requireNonNull(recorder).log();
  }

  @Override
  public void measure(MeterRegistry metrics) {
    FunctionCounter.builder("danmu.record.events", requireNonNull(recorder), Recorder::lastSeq)
        .description("the number of the newest recorded event")
        .register(metrics);
    FunctionCounter.builder("danmu.record.lost", this, RecordingPart::lost)
        .description("events that could not be recorded")
        .register(metrics);
  }

  /** How many events could not be recorded; final once it is closed. */
  public long lost() {
    return (recorder == null ? 0 : recorder.lost()) + (heard == null ? 0 : heard.dropped());
  }

  /** What still waits is recorded first. */
  @Override
  public void close() {
    if (heard != null) {
      heard.close();
    }
    Recorder open = requireNonNull(recorder);
    open.close();
    say.accept("recorded up to event " + open.lastSeq() + Counted.losses(lost()));
  }
}
