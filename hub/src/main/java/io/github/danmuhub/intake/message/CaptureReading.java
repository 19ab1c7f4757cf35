package io.github.danmuhub.intake.message;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.text.Phrase;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way through captured frames; of each room all connections, one after another. One thread. */
final class CaptureReading implements EventReading {
  private final Map<Integer, RoomRef> rooms = new HashMap<>();
  private final Map<RoomRef, Hearing> heard = new LinkedHashMap<>();
  private final List<Platform> platforms;
  private final Iterator<Traffic> traffic;
  private final Deque<LiveEvent> ready = new ArrayDeque<>();
  private final int problems;
  private final String firstProblem;
  private final long size;
  private final int count;
  private int done;
  private boolean over;
  private long events;

  CaptureReading(Capture capture, List<Platform> platforms, long size) {
    this.platforms = platforms;
    this.size = size;
    this.problems = capture.problems().size();
    this.firstProblem = problems == 0 ? "" : capture.problems().get(0);
    for (CaptureEntry entry : capture.entries()) {
      if (entry instanceof Open open && open.platform() != null && open.room() != null) {
        rooms.put(open.connection(), new RoomRef(open.platform(), open.room()));
      }
    }
    List<Traffic> all = capture.traffic();
    this.count = all.size();
    this.traffic = all.iterator();
  }

  @Override
  public @Nullable Numbered next() {
    while (ready.isEmpty() && traffic.hasNext()) {
      done++;
      read(traffic.next());
    }
    if (ready.isEmpty() && !over) {
      over = true;
      heard.values().forEach(hearing -> ready.addAll(hearing.end()));
    }
    LiveEvent event = ready.poll();
    return event == null ? null : new Numbered(++events, event);
  }

  private void read(Traffic said) {
    RoomRef room = rooms.get(said.connection());
    if (room == null || said.direction() == Direction.SENT) {
      return;
    }
    Optional<Platform> platform =
        platforms.stream().filter(each -> each.id().equals(room.platform())).findFirst();
    if (platform.isPresent()) {
      Hearing hearing = heard.computeIfAbsent(room, r -> new Hearing(platform.get(), r));
      ready.addAll(
          said instanceof Http http ? hearing.answer(http) : frame(hearing, (Message) said));
    }
  }

  private static List<LiveEvent> frame(Hearing hearing, Message message) {
    ByteBuffer frame = ByteBuffer.wrap(message.bytes().toBytes());
    return hearing.frame(message.kind(), frame, message.time());
  }

  @Override
  public long bytesRead() {
    return count == 0 ? size : size * done / count;
  }

  @Override
  public long bytes() {
    return size;
  }

  @Override
  public ReadReport report() {
    @Nullable Phrase first = problems == 0 ? null : Phrase.library(firstProblem);
    return new ReadReport(events, 0, problems, 0, first, 0, 0, null);
  }

  @Override
  public void close() {}
}
