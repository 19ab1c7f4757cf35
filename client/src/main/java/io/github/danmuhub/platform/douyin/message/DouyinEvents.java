package io.github.danmuhub.platform.douyin.message;

import static java.util.Map.entry;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoCache;
import io.github.danmuhub.wire.ProtoFields;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages ⇄ events: one line of a table and one small method per method name, and for each event
 * that Douyin can carry. A method that is not in the table becomes a notice by its Common, else an
 * unknown. One room, for life: combos and the state of the broadcast outlive the sockets.
 */
public final class DouyinEvents {
  private final RoomRef room;
  private final boolean keepRaw;
  private final ProtoCache cache;
  private final Emitter out;
  private final GiftCombos gifts;
  private final OnlineCount online = new OnlineCount();
  private final BroadcastState broadcast;
  private String anchor = "";

  /**
   * One room, for life.
   *
   * @param keepRaw whether every event keeps its raw message
   * @param cache of the thread that it lives on
   * @param out where its events go
   */
  public DouyinEvents(RoomRef room, boolean keepRaw, ProtoCache cache, Emitter out) {
    this.room = room;
    this.keepRaw = keepRaw;
    this.out = out;
    this.cache = cache;
    gifts = new GiftCombos(out);
    broadcast = new BroadcastState(out);
  }

  private interface Handler {
    void handle(DouyinEvents events, Delivery delivery, ProtoFields in) throws MalformedException;
  }

  private static final Map<String, Handler> TABLE =
      Map.ofEntries(
          stateless("WebcastChatMessage", ChatEvents.CHAT),
          stateless("WebcastEmojiChatMessage", ChatEvents::emojiChat),
          stateless("WebcastScreenChatMessage", ChatEvents.SCREEN),
          stateless("WebcastPrivilegeScreenChatMessage", ChatEvents.PRIVILEGE_SCREEN),
          stateless("WebcastEpisodeChatMessage", ChatEvents.EPISODE),
          stateless("WebcastAudioChatMessage", ChatEvents.AUDIO),
          entry("WebcastGiftMessage", (e, d, in) -> GiftEvents.gift(d, in, e.gifts)),
          entry("WebcastLightGiftMessage", (e, d, in) -> GiftEvents.lightGift(d, in, e.gifts)),
          stateless("WebcastLikeMessage", PeopleEvents::like),
          entry("WebcastMemberMessage", (e, d, in) -> PeopleEvents.member(d, in, e.online)),
          stateless("WebcastSocialMessage", PeopleEvents::social),
          stateless("WebcastFansclubMessage", PeopleEvents::fansclub),
          stateless("WebcastRoomUserSeqMessage", StatsEvents::roomUserSeq),
          stateless("WebcastRoomStatsMessage", StatsEvents::roomStats),
          stateless("WebcastRoomRankMessage", StatsEvents::roomRank),
          entry("WebcastControlMessage", (e, d, in) -> RoomEvents.control(d, in, e.broadcast)),
          stateless("WebcastRoomMessage", NoticeEvents.text(2, 0)),
          stateless("WebcastRoomNotifyMessage", NoticeEvents.text(4, 5)),
          stateless("WebcastNotifyEffectMessage", NoticeEvents.richText(3)),
          stateless("WebcastExhibitionChatMessage", NoticeEvents.richText(2)),
          stateless("WebcastHotChatMessage", NoticeEvents.text(3, 0)),
          stateless("WebcastToastMessage", NoticeEvents.text(2, 0)),
          stateless("WebcastRoomIntroMessage", NoticeEvents.text(4, 2)),
          stateless("WebcastRoomVerifyMessage", NoticeEvents.text(3, 0)),
          stateless("WebcastLiveShoppingMessage", NoticeEvents::liveShopping),
          stateless("WebcastLinkMicMethod", NoticeEvents.text(25, 0)),
          stateless("LinkMicMethod", NoticeEvents.text(25, 0)),
          stateless("WebcastImDeleteMessage", RoomEvents::imDelete),
          stateless("WebcastLuckyBoxMessage", RoomEvents::luckyBox));

  private static final Map<Class<? extends LiveEvent>, Encoding<LiveEvent>> ENCODE =
      Map.ofEntries(
          encode(Chat.class, ChatEvents::encode),
          encode(Gift.class, GiftEvents::encode),
          encode(Like.class, PeopleEvents::encode),
          encode(Enter.class, PeopleEvents::encode),
          encode(Follow.class, PeopleEvents::encode),
          encode(Share.class, PeopleEvents::encode),
          encode(Membership.class, PeopleEvents::encode),
          encode(Moderation.class, PeopleEvents::encode),
          encode(Stats.class, StatsEvents::encode),
          encode(Rank.class, StatsEvents::encode),
          encode(Broadcast.class, RoomEvents::encode),
          encode(Retract.class, RoomEvents::encode),
          encode(Lottery.class, RoomEvents::encode),
          encode(Notice.class, NoticeEvents::encode));

  private static <T extends LiveEvent>
      Map.Entry<Class<? extends LiveEvent>, Encoding<LiveEvent>> encode(
          Class<T> type, Encoding<T> encoding) {
    return entry(type, (event, head) -> encoding.encode(type.cast(event), head));
  }

  /** The names of the table's lines. */
  static Set<String> methods() {
    return TABLE.keySet();
  }

  private static Map.Entry<String, Handler> stateless(String method, Decoding decoding) {
    return entry(method, (events, delivery, in) -> decoding.decode(delivery, in));
  }

  /**
   * Reads the messages of one Response and emits what they say; a broken one is reported and costs
   * nothing else.
   *
   * @param history whether the platform replays them at joining
   */
  public DouyinResponseCodec.Visitor response(boolean history) {
    return new Messages(new Delivery(room, anchor, history, keepRaw, out));
  }

  private final class Messages implements DouyinResponseCodec.Visitor {
    private final Delivery delivery;
    private final ProtoFields fields = new ProtoFields(cache);

    Messages(Delivery delivery) {
      this.delivery = delivery;
    }

    @Override
    public void onMessage(DouyinMessage message) {
      try {
        handle(delivery.of(message), TABLE.get(message.method()));
      } catch (MalformedException e) {
        onBroken(message.method() + ": " + e.why(), message.payload().duplicate());
      }
    }

    private void handle(Delivery next, @Nullable Handler known) throws MalformedException {
      if (known == null) {
        NoticeEvents.other(next, fields);
      } else {
        known.handle(DouyinEvents.this, next, fields.over(next.message().payload()));
      }
    }

    @Override
    public void onBroken(String why, ByteBuffer raw) {
      out.malformed(why, raw);
    }
  }

  /**
   * Ends the combos that the platform left open; to be called when {@link #nextWake} is reached.
   */
  public void onWake() {
    gifts.onWake();
  }

  /** Ends the combos that are running: we hear no more of them. */
  public void end() {
    gifts.end();
  }

  /** When {@link #onWake} has something to do, in ticks; {@link Long#MAX_VALUE} = never. */
  public long nextWake() {
    return gifts.nextWake();
  }

  /** The anchor's user id known from the lookup, so that they are shown as the anchor. */
  public void anchor(String id) {
    anchor = id;
  }

  /** We begin to listen to a broadcast: what was given before is not ours to count. */
  public void joins() {
    gifts.listening().joins();
  }

  /** The line is lost: what we know of running combos keeps. */
  public void deaf() {
    gifts.listening().stops();
  }

  /** The line is open. */
  public void hears() {
    gifts.listening().goesOn();
  }

  /** The state of the broadcast, which a lookup may know first. */
  public BroadcastState broadcast() {
    return broadcast;
  }

  /**
   * The message by which the platform tells the event; none where it has no such thing.
   *
   * @param broadcast the room id of the broadcast
   */
  public static List<DouyinMessage> encode(LiveEvent event, long broadcast) {
    Encoding<LiveEvent> known = ENCODE.get(event.getClass());
    DouyinMessage message =
        known == null ? null : known.encode(event, new Head(event.origin(), broadcast));
    return message == null ? List.of() : List.of(message);
  }
}
