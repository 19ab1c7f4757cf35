package io.github.danmuhub.record;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Counted;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is heard, on its way into a folder; says at the end how it went. */
public final class RecordingPart implements Part {
  /** A slow disk may hold the sink up for a while; memory is what this costs. */
  private static final int QUEUE = 65_536;

  private final RecorderOptions options;
  private final EventStream events;
  private final Consumer<String> say;
  private @Nullable Recorder recorder;
  private @Nullable Subscription heard;

  /**
   * Records from its start on.
   *
   * @param say takes one line for a person
   */
  public RecordingPart(RecorderOptions options, EventStream events, Consumer<String> say) {
    this.options = options;
    this.events = events;
    this.say = say;
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
    Recorder open = Recorder.open(options, new RecorderStatus(status, "event"));
    recorder = open;
    heard = events.subscribe("record", QUEUE, open);
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
    requireNonNull(heard).close();
    Recorder open = requireNonNull(recorder);
    open.close();
    say.accept("recorded up to event " + open.lastSeq() + Counted.losses(lost()));
  }
}
