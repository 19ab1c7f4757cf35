package io.github.danmuhub.record;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.Takes;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Recordings that a person begins and ends, one at a time, each in a folder named by its time. The
 * {@value #TOLD} last ones are told of. Where everything is recorded anyway, there is that alone.
 */
public final class TakesPart implements Part, Takes {
  private static final int TOLD = 20;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss").withZone(ZoneId.systemDefault());

  private final Path dir;
  private final EventStream events;
  private final @Nullable RecordingPart always;
  private final LongSupplier clock;
  private final Consumer<Phrase> say;
  private final Deque<Take> ended = new ArrayDeque<>();
  private @Nullable PartStatus status;
  private @Nullable RunningTake running;

  /**
   * Of a hub that records on request.
   *
   * @param dir where the takes go; where {@code always} goes, if that is there
   * @param always the part that records everything, which starts before this one; null: none
   * @param clock the wall clock in milliseconds
   * @param say takes one line for a person
   */
  public TakesPart(
      Path dir,
      EventStream events,
      @Nullable RecordingPart always,
      LongSupplier clock,
      Consumer<Phrase> say) {
    this.dir = dir;
    this.events = events;
    this.always = always;
    this.clock = clock;
    this.say = say;
  }

  @Override
  public String name() {
    return "takes";
  }

  @Override
  public synchronized void start(PartStatus newStatus) {
    status = newStatus;
    if (always != null) {
      running = new RunningTake(dir, always, State.ALWAYS, clock.getAsLong());
    }
  }

  @Override
  public synchronized List<Take> list() {
    List<Take> all = new ArrayList<>();
    if (running != null) {
      all.add(running.now());
    }
    all.addAll(ended);
    return all;
  }

  @Override
  public synchronized boolean mayStart() {
    return running == null;
  }

  @Override
  public synchronized void start() throws IOException {
    if (running != null) {
      throw new RecordingException(
          always == null ? Phrase.of("takes.runs") : Phrase.of("takes.all", dir));
    }
    long now = clock.getAsLong();
    Path folder = dir.resolve(NAME.format(Instant.ofEpochMilli(now)));
    RecordingPart part = new RecordingPart(LogOptions.of(folder), events, say);
    part.start(requireNonNull(status));
    say.accept(Phrase.of("record.to", folder));
    running = new RunningTake(folder, part, State.RUNNING, now);
  }

  @Override
  public synchronized boolean stop(String name) {
    RunningTake take = running;
    if (always != null || take == null || !take.name().equals(name)) {
      return false;
    }
    ended.addFirst(take.end());
    if (ended.size() > TOLD) {
      ended.removeLast();
    }
    running = null;
    return true;
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      stop(running.name());
    }
  }
}
