package io.github.danmuhub.intake.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.intake.order.Moved;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.CountedStream;
import io.github.danmuhub.log.segment.LineReader;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way through a file of messages. Nobody kept when they came in: that is told by the platform's
 * own time in them; what has none came with the one before. One thread.
 */
final class MessageReading implements EventReading {
  private static final Pattern ROOM = Pattern.compile("(?:blive_|录制-)(\\d{1,20})");

  /** So many events may wait for the first time. */
  private static final int TIMELESS = 10_000;

  private final Path path;
  private final List<Platform> platforms;
  private final CountedStream file;
  private final LineReader lines;
  private final Deque<LiveEvent> ready = new ArrayDeque<>();
  private final List<LiveEvent> timeless = new ArrayList<>();
  private @Nullable Heard heard;
  private long now;
  private boolean over;
  private long events;
  private long line;
  private long bad;
  private long firstBad;

  /** Of which platform the messages are. */
  private record Heard(Dissector dissector, Hearing room) {}

  private MessageReading(Path path, List<Platform> platforms, CountedStream file, long begun)
      throws IOException {
    this.path = path;
    this.platforms = platforms;
    this.file = file;
    this.lines = new LineReader(Compression.unpack(file));
    this.now = begun;
  }

  static MessageReading open(Path path, List<Platform> platforms, long begun) throws IOException {
    CountedStream file = new CountedStream(Files.newInputStream(path));
    try {
      return new MessageReading(path, platforms, file, begun);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    while (ready.isEmpty() && !over) {
      step();
    }
    LiveEvent event = ready.poll();
    return event == null ? null : new Numbered(++events, event);
  }

  private void step() {
    line++;
    try {
      over = !lines.next();
    } catch (IOException e) {
      over = true; // the packing is damaged there
      passOver();
    }
    if (!over) {
      read(lines.line());
    } else if (heard != null) {
      heard.room.end().forEach(this::add);
      release();
    }
  }

  private void read(byte[] message) {
    if (message.length == 0) {
      return;
    }
    Heard by = hearer(message);
    ByteBuffer frame = by == null || lines.isTooLong() ? null : by.dissector.frameOf(message);
    if (by == null || frame == null) {
      passOver();
      return;
    }
    long malformed = by.room.malformed();
    by.room.frame(FrameKind.BINARY, frame, now).forEach(this::add);
    if (by.room.malformed() > malformed) {
      passOver();
    }
  }

  private void passOver() {
    firstBad = bad++ == 0 ? line : firstBad;
  }

  private @Nullable Heard hearer(byte[] message) {
    for (Platform platform : heard == null ? platforms : List.<Platform>of()) {
      Dissector dissector = Dissector.of(platform);
      if (dissector.frameOf(message) != null) {
        heard = new Heard(dissector, new Hearing(platform, new RoomRef(platform.id(), room())));
        break;
      }
    }
    return heard;
  }

  private String room() {
    Matcher room = ROOM.matcher(String.valueOf(path.getFileName()));
    return room.find() ? room.group(1) : "0";
  }

  private void add(LiveEvent event) {
    long time = event.origin().history() ? 0 : event.origin().time();
    now = Math.max(now, time);
    if (now == 0 && timeless.size() < TIMELESS) {
      timeless.add(event);
      return;
    }
    release();
    ready.add(Moved.to(time == 0 ? now : time, event));
  }

  private void release() {
    timeless.forEach(event -> ready.add(Moved.to(now, event)));
    timeless.clear();
  }

  @Override
  public long bytesRead() {
    return file.count();
  }

  @Override
  public long bytes() {
    return path.toFile().length();
  }

  @Override
  public ReadReport report() {
    @Nullable Phrase first = bad == 0 ? null : ReadReport.place(path.getFileName(), firstBad);
    return new ReadReport(events, 0, bad, 0, first, 0, 0, null);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
