package io.github.danmuhub.record;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Counted;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A recording: what is heard goes into a folder; says at the end how it went. */
public final class RecordingPart implements Part {
  /** A slow disk may hold the sink up for a while; memory is what this costs. */
  private static final int QUEUE = 65_536;

  /** So much stays in memory for those who follow, so that they need not ask the disk. */
  private static final int FOLLOWED_EVENTS = 8_192;

  private static final long FOLLOWED_BYTES = 8 << 20;

  private final LogOptions options;
  private final @Nullable EventStream events;
  private final int windowEvents;
  private final long windowBytes;
  private final Consumer<Phrase> say;
  private final Map<String, LogFollower.Work> works = new LinkedHashMap<>();
  private final List<LogFollower> followers = new ArrayList<>();
  private @Nullable Recorder recorder;
  private @Nullable Subscription heard;

  /**
   * Records from its start on.
   *
   * @param say takes one line for a person
   */
  public RecordingPart(LogOptions options, EventStream events, Consumer<Phrase> say) {
    this(options, events, 1, 1, say);
  }

  private RecordingPart(
      LogOptions options,
      @Nullable EventStream events,
      int windowEvents,
      long windowBytes,
      Consumer<Phrase> say) {
    this.options = options;
    this.events = events;
    this.windowEvents = windowEvents;
    this.windowBytes = windowBytes;
    this.say = say;
  }

  /** One whose {@link #log} others fill and read; so much of it stays in memory. */
  public static RecordingPart shared(
      LogOptions options, int windowEvents, long windowBytes, Consumer<Phrase> say) {
    return new RecordingPart(options, null, windowEvents, windowBytes, say);
  }

  /**
   * Has some work done behind the recording, from a cursor called {@code name}; before it starts.
   * Those of before end before it does.
   */
  public RecordingPart followedBy(String name, LogFollower.Work work) {
    works.put(name, work);
    return this;
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
    int inMemory = works.isEmpty() ? windowEvents : Math.max(windowEvents, FOLLOWED_EVENTS);
    long bytes = works.isEmpty() ? windowBytes : Math.max(windowBytes, FOLLOWED_BYTES);
    Recorder open = Recorder.over(LogFolder.open(options, listener), inMemory, bytes);
    recorder = open;
    works.forEach((name, work) -> followers.add(follow(open, name, work, status)));
    heard = events == null ? null : events.subscribe("record", QUEUE, open);
  }

  private LogFollower follow(Recorder open, String name, LogFollower.Work work, PartStatus status) {
    return LogFollower.start(
        open.log(),
        options.dir(),
        name,
        work,
        why -> status.failing(Phrase.of("part.fails", name, why)),
        status::working);
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
    followers.forEach(LogFollower::close);
    Recorder open = requireNonNull(recorder);
    open.close();
    say.accept(Phrase.of("recording.done", open.lastSeq(), Counted.losses(lost())));
  }
}
