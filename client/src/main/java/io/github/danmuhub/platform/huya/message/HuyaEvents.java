package io.github.danmuhub.platform.huya.message;

import static java.util.Map.entry;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import java.util.Map;

/**
 * Messages ⇄ events: one line of a table for each uri, and for each event that Huya can carry. What
 * is not in the table becomes an unknown with its bytes. One room, for life: combos and the state
 * of the broadcast outlive the sockets. One thread.
 */
public final class HuyaEvents {
  private static final Map<Class<? extends LiveEvent>, Encoding<LiveEvent>> ENCODE =
      Map.ofEntries(
          encode(Chat.class, Chats::encode),
          encode(Gift.class, Gifts::encode),
          encode(Enter.class, Enters::encode),
          encode(Broadcast.class, Broadcasts::encode),
          encode(Room.class, Broadcasts::encode),
          encode(Stats.class, Figures::encode));

  private static <T extends LiveEvent>
      Map.Entry<Class<? extends LiveEvent>, Encoding<LiveEvent>> encode(
          Class<T> type, Encoding<T> encoding) {
    return entry(type, (event, presenter) -> encoding.encode(type.cast(event), presenter));
  }

  private final RoomRef room;
  private final boolean keepRaw;
  private final Combos combos = new Combos();
  private final BroadcastState broadcast = new BroadcastState();
  private long presenter;

  /** One room, for life. */
  public HuyaEvents(RoomRef room, boolean keepRaw) {
    this.room = room;
    this.keepRaw = keepRaw;
  }

  /** The presenter's uid, once it is known: gifts to others are not this room's. */
  public void presenter(long uid) {
    presenter = uid;
  }

  /** What a lookup says of the broadcast; emitted where it has changed. */
  public void known(Broadcast told, Emitter out) {
    broadcast.now(told, out);
  }

  /** Emits what the message says; a broken one is reported and costs nothing else. */
  public void onMessage(HuyaMessage message, Emitter out) {
    Delivery delivery = new Delivery(room, presenter, keepRaw, message, out);
    try {
      decode(delivery);
    } catch (MalformedException e) {
      out.malformed("message %d: %s".formatted(message.uri(), e.why()), message.body().duplicate());
    }
  }

  private void decode(Delivery delivery) throws MalformedException {
    long uri = delivery.message().uri();
    switch (uri == (int) uri ? (int) uri : 0) {
      case 1002, 1005 -> Enters.nobleEnter(delivery);
      case Chats.URI -> Chats.decode(delivery);
      case Enters.URI -> Enters.decode(delivery);
      case 6231 -> Badges.badge(delivery);
      case 6232 -> Badges.scoreChanged(delivery);
      case Gifts.URI -> Gifts.decode(delivery, combos);
      case Broadcasts.BEGIN -> Broadcasts.begin(delivery, broadcast);
      case Broadcasts.END -> Broadcasts.end(delivery, broadcast);
      case Broadcasts.CHANGED -> Broadcasts.changed(delivery);
      case Figures.URI -> Figures.decode(delivery);
      default -> unknown(delivery, "" + uri);
    }
  }

  /** A packet that is none of ours. */
  public void onOther(HuyaPacket packet, Emitter out) {
    HuyaMessage data = new HuyaMessage(0, packet.data(), 0);
    unknown(new Delivery(room, presenter, keepRaw, data, out), "packet " + packet.type());
  }

  private static void unknown(Delivery delivery, String name) {
    delivery.emit(new Unknown(delivery.origin().withRaw(delivery.raw()), name));
  }

  /** When {@link #onWake} has something to do, in ticks; {@link Long#MAX_VALUE} = never. */
  public long nextWake() {
    return combos.nextWake();
  }

  /** Ends the combos that were not continued. */
  public void onWake(Emitter out) {
    combos.endIdle(out);
  }

  /** Ends all combos: we hear no more of them. */
  public void end(Emitter out) {
    combos.endAll(out);
  }

  /**
   * The messages by which the platform tells the event; none where it has no such thing.
   *
   * @param presenter the uid of the room's presenter
   */
  public static List<HuyaMessage> encode(LiveEvent event, long presenter) {
    Encoding<LiveEvent> known = ENCODE.get(event.getClass());
    return known == null ? List.of() : known.encode(event, presenter);
  }
}
