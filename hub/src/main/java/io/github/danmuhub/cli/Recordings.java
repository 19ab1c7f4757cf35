package io.github.danmuhub.cli;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.RecordConfig;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.RecordingPart;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.frames.FramesPart;
import io.github.danmuhub.record.notice.NoticeSettings;
import io.github.danmuhub.record.notice.Notices;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a command records: events, frames, both, or nothing. */
final class Recordings {
  private final @Nullable LogOptions options;
  private final Console console;
  private final @Nullable FramesPart frames;
  private Optional<CopySettings> copies = Optional.empty();
  private Optional<NoticeSettings> notices = Optional.empty();
  private @Nullable RecordingPart events;

  /**
   * @param options null: nothing is recorded
   * @param frames null: they are not captured
   */
  private Recordings(@Nullable LogOptions options, @Nullable FramesPart frames, Console console) {
    this.options = options;
    this.frames = frames;
    this.console = console;
  }

  /** Of events; of frames too, where they are wanted, with secrets where {@code raw}. */
  static Recordings to(
      LogOptions options, boolean frames, boolean raw, List<Platform> platforms, Console console) {
    FramesPart part = frames ? new FramesPart(options, platforms, raw, console::say) : null;
    return new Recordings(options, part, console);
  }

  /** As the hub's log, where the configuration wants one. */
  static Recordings configured(
      @Nullable RecordConfig config, List<Platform> platforms, Console console) {
    if (config == null) {
      return new Recordings(null, null, console);
    }
    Duration age = Duration.ofMinutes(config.rotateMinutes());
    LogOptions options =
        LogOptions.of(Path.of(config.dir()))
            .withRotation(config.rotateMb() * (1L << 20), age)
            .withCompression(config.compression());
    return to(options, config.frames(), false, platforms, console)
        .copying(CopyWords.settings("record.", config.split(), config.name(), config.only()))
        .telling(NoticeWords.settings(config));
  }

  /** The same; copies beside it, where they are wanted. */
  Recordings copying(Optional<CopySettings> wanted) {
    copies = wanted;
    return this;
  }

  /** The same, announced to a webhook where one is given. */
  Recordings telling(Optional<NoticeSettings> wanted) {
    notices = wanted;
    return this;
  }

  /** What hears a room's frames. */
  FrameTap tap(RoomRef room) {
    return frames == null ? FrameTap.NONE : frames.tap(room);
  }

  /** Those that record {@code heard}; asked for once. */
  List<Part> parts(EventStream heard) {
    return parts(wanted -> new RecordingPart(wanted, heard, console::say));
  }

  /** Those that record what the hub's doors put into their {@link #log}; asked for once. */
  List<Part> parts(LimitsConfig limits) {
    int events = limits.retainedEvents();
    long bytes = limits.retainedBytes();
    return parts(wanted -> RecordingPart.shared(wanted, events, bytes, console::say));
  }

  private List<Part> parts(Function<LogOptions, RecordingPart> made) {
    List<Part> parts = new ArrayList<>();
    if (options != null) {
      RecordingPart part = made.apply(options);
      follow(part, options.dir());
      events = part;
      parts.add(part);
      console.say(Phrase.of("record.to", options.dir()));
    }
    if (frames != null) {
      parts.add(frames);
    }
    return parts;
  }

  private void follow(RecordingPart part, Path dir) {
    LongSupplier written = () -> Long.MAX_VALUE;
    if (copies.isPresent()) {
      Copies made = new Copies(dir, copies.get());
      part.followedBy(Copies.NAME, made);
      written = made::written;
    }
    if (notices.isPresent()) {
      CopySettings files = copies.orElseGet(CopyWords::standard);
      part.followedBy(Notices.NAME, new Notices(dir, notices.get(), files, written, console::say));
    }
  }

  /** Whether events are recorded. */
  boolean keepEvents() {
    return options != null;
  }

  /** The part that records events; null where none does, or its parts were not asked for yet. */
  @Nullable RecordingPart part() {
    return events;
  }

  /** What is recorded, once that has started; only where {@link #keepEvents}. */
  EventLog log() {
    return requireNonNull(events).log();
  }

  /** Whether nothing was lost; known at the end. */
  boolean isWhole() {
    return (events == null || events.lost() == 0) && (frames == null || frames.lost() == 0);
  }
}
