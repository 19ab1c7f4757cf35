package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.Page;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What fell out of the log before it could be sent: before each room's next event stands a gap that
 * tells of it. What of it was whose nobody knows, so that the gap is all of the time that fell out.
 * A restart within an hour tells it again, since some rooms may not have spoken before. One thread.
 */
final class Holes {
  private static final long REMEMBERED_MS = 3_600_000;

  /** Beyond so many rooms, some are told twice. */
  private static final int ROOMS = 50_000;

  private static final Pattern MEMORY = Pattern.compile("(\\d{1,15}) (\\d{1,15}) (\\d{1,15})");

  private final Set<String> told = new HashSet<>();
  private long sent;
  private long from;
  private long to;
  private boolean open;

  /** Goes on from what {@link #memory} was; empty at the very first time. */
  void resume(String memory) {
    Matcher known = MEMORY.matcher(memory);
    boolean any = known.matches();
    sent = any ? Long.parseLong(known.group(1)) : 0;
    from = any ? Long.parseLong(known.group(2)) : 0;
    to = any ? Long.parseLong(known.group(3)) : 0;
    told.clear();
  }

  String memory() {
    boolean old = sent - to > REMEMBERED_MS;
    return sent + " " + (old ? 0 : from) + " " + (old ? 0 : to);
  }

  /** A page is about to be sent; how many events fell out before it, as far as it is known. */
  long before(Page page) {
    open |= page.lost() > 0;
    if (open && !page.entries().isEmpty()) {
      to = received(page.entries().get(0));
      from = sent == 0 ? to : Math.min(sent, to);
      open = false;
      told.clear();
    }
    return page.lost();
  }

  /** What has to be told before an entry of its room. */
  Optional<Gap> before(Entry entry) {
    if (to == 0 || told.contains(entry.room())) {
      return Optional.empty();
    }
    if (told.size() == ROOMS) {
      told.clear();
    }
    told.add(entry.room());
    String[] room = entry.room().split(":", 2);
    return Optional.of(
        new Gap(
            Origin.ours(room[0], room[room.length - 1], to),
            from,
            to,
            "it fell out of the log before Kafka had it"));
  }

  /** All up to here is sent. */
  void sent(Entry newest) {
    sent = received(newest);
  }

  private static long received(Entry entry) {
    return EntryHead.read(entry.json()).received();
  }
}
