package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One worker's side of a room, and a merger that listens to several. */
final class Heard {
  /** What the others are counted from. */
  static final long START = 1_700_000_000_000L;

  private static final User SOMEBODY = User.of("7", "安");

  private final String zone;
  private final String worker;
  private final String platform;
  private long seq;

  Heard(String zone, String worker, String platform) {
    this.zone = zone;
    this.worker = worker;
    this.platform = platform;
  }

  /** The only worker of a zone, in a room of Douyin's. */
  static Heard in(String zone) {
    return new Heard(zone, "worker-" + zone, "douyin");
  }

  ZoneEvent chat(String id, long at) {
    return told(
        new Chat(origin(id, at), SOMEBODY, "hi", Chat.Style.PLAIN, Chat.Pictures.NONE, null, 0));
  }

  ZoneEvent enter(int who, long at) {
    String id = Integer.toString(who);
    return told(new Enter(origin(null, at), User.of(id, "viewer " + id), null));
  }

  /** A step of the combo 1: each gift costs a yuan. */
  ZoneEvent gift(@Nullable String id, long count, long total, boolean last, long at) {
    Gift.Price price =
        count == 0 ? Gift.Price.NONE : Gift.Price.of(new Money(1_000 * count, "CNY"));
    return told(
        new Gift(
            origin(id, at),
            SOMEBODY,
            new Gift.Item("1", "rose"),
            count,
            new Gift.Combo("1", total, last),
            price,
            null));
  }

  ZoneEvent gap(long from, long to) {
    return told(new Gap(origin(null, to), START + from, START + to, "connection lost"));
  }

  /** Live, as it says every ten seconds. */
  ZoneEvent alive(long at) {
    return told(
        new Connection(
            origin(null, at), Connection.State.LIVE, null, 0, 0, 0, Connection.Health.NONE));
  }

  private Origin origin(@Nullable String id, long at) {
    return new Origin(platform, "1", id, 0, START + at, false, null);
  }

  private ZoneEvent told(LiveEvent event) {
    try {
      Origin origin = event.origin();
      RecordHeaders headers =
          new RecordHeaders(
              new RecordHeaders.Hearer(worker, zone, 1, false),
              origin.platform(),
              origin.room(),
              EventTypes.name(event),
              origin.id(),
              "%016x-%d".formatted(source().hashCode(), ++seq));
      return ZoneEvent.read(headers, EventWriter.write(new Numbered(seq, event)));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private String source() {
    return zone + "/" + worker;
  }

  @Override
  public String toString() {
    return source();
  }

  /** Keeps what is told. */
  record Kept(List<Merged> all) implements Merger.Outcome {
    Kept() {
      this(new ArrayList<>());
    }

    @Override
    public void told(Merged merged) {
      all.add(merged);
    }

    @Override
    public void twice() {
      // only counted
    }
  }

  /** What a merger makes of events, each of which comes when it was heard. */
  static List<LiveEvent> merged(List<ZoneEvent> events) {
    Kept kept = new Kept();
    Merger merger = new Merger(kept);
    events.forEach(event -> take(merger, event, event.received()));
    merger.tick(START + 10 * SharedGaps.SILENT_MS);
    return kept.all().stream().map(told -> event(told.json())).toList();
  }

  static void take(Merger merger, ZoneEvent event, long at) {
    try {
      merger.take(event, at);
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  static LiveEvent event(byte[] json) {
    try {
      return EventReader.read(json).event();
    } catch (BadEventException e) {
      throw new AssertionError(e);
    }
  }
}
