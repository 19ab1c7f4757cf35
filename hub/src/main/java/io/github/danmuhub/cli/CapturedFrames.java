package io.github.danmuhub.cli;

import io.github.danmuhub.browser.frames.EntryQueue;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.EntryRedaction;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.FrameLines;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.inspect.LiveEvents;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with captured frames: kept, then shown, a line each. What is kept does not wait for
 * the terminal: where that is too slow, frames are kept without a line. One thread.
 */
final class CapturedFrames implements AutoCloseable {
  private static final long LOOK_MS = 200;

  /** So many wait, and lines are left out. */
  private static final int SLOW = 4_096;

  private final Console console;
  private final @Nullable CaptureOutput file;
  private final @Nullable EntryRedaction redaction;
  private final @Nullable LiveEvents decoded;
  private final FrameLines lines;
  private final ColourLines events;
  private long frames;
  private long sockets;
  private long unsaid;

  private CapturedFrames(
      Console console,
      @Nullable CaptureOutput file,
      @Nullable EntryRedaction redaction,
      @Nullable LiveEvents decoded) {
    this.console = console;
    this.file = file;
    this.redaction = redaction;
    this.decoded = decoded;
    Screen screen = new Screen(console.out(), false);
    lines = new FrameLines(screen, console.colours(), console.words());
    events = new ColourLines(screen, console.colours(), true, console.words());
  }

  /**
   * @param out null to show them only
   * @param decode whether events are shown, where a platform is known
   * @param raw whether secrets are kept
   */
  static CapturedFrames to(
      @Nullable Path out, List<Platform> platforms, Console console, boolean decode, boolean raw)
      throws IOException {
    return new CapturedFrames(
        console,
        out == null ? null : CaptureOutput.to(out),
        raw ? null : new EntryRedaction(platforms),
        decode ? new LiveEvents(platforms) : null);
  }

  /** Until somebody asks for the end, for so long or so many frames; then what still waits. */
  void take(EntryQueue queue, Stop stop, @Nullable Duration limit, long most)
      throws IOException, InterruptedException {
    long end = limit == null ? Long.MAX_VALUE : limit.toMillis();
    long begun = System.nanoTime();
    while (frames < most && !stop.isAsked() && (System.nanoTime() - begun) / 1_000_000 < end) {
      deal(queue.take(LOOK_MS), queue.waiting());
    }
    while (queue.waiting() > 0) {
      deal(queue.take(0), queue.waiting());
    }
  }

  private void deal(List<CaptureEntry> entries, int waiting) throws IOException {
    List<CaptureEntry> shown = redaction == null ? entries : redacted(entries, redaction);
    if (file != null && !shown.isEmpty()) {
      file.write(shown);
    }
    for (int i = 0; i < entries.size(); i++) {
      count(entries.get(i));
      show(entries.get(i), shown.get(i), waiting > SLOW);
    }
  }

  private static List<CaptureEntry> redacted(List<CaptureEntry> entries, EntryRedaction by) {
    return entries.stream().map(by::apply).toList();
  }

  private void count(CaptureEntry entry) {
    frames += entry instanceof Message ? 1 : 0;
    sockets += entry instanceof Open open && !open.url().isEmpty() ? 1 : 0;
  }

  /** Events are made of what came, not of what may be written. */
  private void show(CaptureEntry entry, CaptureEntry shown, boolean late) {
    List<LiveEvent> becomes = decoded == null ? null : decoded.of(entry);
    if (late && !(entry instanceof Open)) {
      unsaid++;
      return;
    }
    if (unsaid > 0) {
      lines.unsaid(unsaid);
      unsaid = 0;
    }
    if (becomes == null) {
      lines.print(shown);
    } else {
      becomes.forEach(events::print);
    }
  }

  /** Says how much it was, and whether all of it was kept. */
  boolean isWhole(EntryQueue queue) {
    console.say(
        Phrase.of("capture.end", Phrase.count(frames, "frame"), Phrase.count(sockets, "socket")));
    if (queue.dropped() > 0) {
      console.say(Phrase.of("capture.dropped", queue.dropped()));
    }
    return queue.dropped() == 0;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
