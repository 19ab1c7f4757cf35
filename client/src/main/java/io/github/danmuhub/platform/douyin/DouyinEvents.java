package io.github.danmuhub.platform.douyin;

import static java.util.Map.entry;

import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.util.Map;

/**
 * Messages → events: one line of the table and one small method per method name. What is not in the
 * table becomes a notice by its Common, else an unknown. One room, for life: combos and the state
 * of the broadcast outlive the sockets.
 */
final class DouyinEvents {
  private final RoomRef room;
  private final boolean keepRaw;
  private final ProtoReader in;
  private final DouyinGifts gifts = new DouyinGifts();
  private final DouyinBroadcast broadcast = new DouyinBroadcast();

  DouyinEvents(RoomRef room, RoomOptions options) {
    this.room = room;
    this.keepRaw = options.keepRaw();
    this.in = new ProtoReader(options.cache());
  }

  private interface Handler {
    void handle(DouyinEvents events, DouyinDelivery delivery) throws MalformedException;
  }

  private interface Stateless {
    void handle(DouyinDelivery delivery) throws MalformedException;
  }

  private static final Map<String, Handler> TABLE =
      Map.ofEntries(
          stateless("WebcastChatMessage", DouyinChatEvents::chat),
          stateless("WebcastEmojiChatMessage", DouyinChatEvents::emojiChat),
          stateless("WebcastScreenChatMessage", DouyinChatEvents::screenChat),
          stateless("WebcastPrivilegeScreenChatMessage", DouyinChatEvents::privilegeScreenChat),
          stateless("WebcastEpisodeChatMessage", DouyinChatEvents::episodeChat),
          stateless("WebcastAudioChatMessage", DouyinChatEvents::audioChat),
          entry("WebcastGiftMessage", (e, d) -> DouyinGiftEvents.gift(d, e.gifts)),
          entry("WebcastLightGiftMessage", (e, d) -> DouyinGiftEvents.lightGift(d, e.gifts)),
          stateless("WebcastLikeMessage", DouyinPeopleEvents::like),
          stateless("WebcastMemberMessage", DouyinPeopleEvents::member),
          stateless("WebcastSocialMessage", DouyinPeopleEvents::social),
          stateless("WebcastFansclubMessage", DouyinPeopleEvents::fansclub),
          stateless("WebcastRoomUserSeqMessage", DouyinStatsEvents::roomUserSeq),
          stateless("WebcastRoomStatsMessage", DouyinStatsEvents::roomStats),
          stateless("WebcastRoomRankMessage", DouyinStatsEvents::roomRank),
          entry("WebcastControlMessage", (e, d) -> DouyinRoomEvents.control(d, e.broadcast)),
          stateless("WebcastRoomMessage", DouyinRoomEvents::roomMessage),
          stateless("WebcastRoomNotifyMessage", DouyinRoomEvents::notifyMessage),
          stateless("WebcastNotifyEffectMessage", DouyinRoomEvents::notifyEffect),
          stateless("WebcastExhibitionChatMessage", DouyinRoomEvents::exhibitionChat),
          stateless("WebcastHotChatMessage", DouyinRoomEvents::hotChat),
          stateless("WebcastToastMessage", DouyinRoomEvents::toast),
          stateless("WebcastRoomIntroMessage", DouyinRoomEvents::roomIntro),
          stateless("WebcastRoomVerifyMessage", DouyinRoomEvents::roomVerify),
          stateless("WebcastLiveShoppingMessage", DouyinRoomEvents::liveShopping),
          stateless("WebcastLinkMicMethod", DouyinRoomEvents::linkMic),
          stateless("LinkMicMethod", DouyinRoomEvents::linkMic),
          stateless("WebcastImDeleteMessage", DouyinRoomEvents::imDelete),
          stateless("WebcastLuckyBoxMessage", DouyinRoomEvents::luckyBox));

  private static final Handler OTHER = (e, d) -> DouyinRoomEvents.other(d);

  private static Map.Entry<String, Handler> stateless(String method, Stateless handler) {
    return entry(method, (events, delivery) -> handler.handle(delivery));
  }

  /** Emits what the message says; a broken one is reported and costs nothing else. */
  void onMessage(DouyinMessage message, boolean history, long now, Out out) {
    DouyinDelivery delivery = new DouyinDelivery(room, message, history, keepRaw, in, now, out);
    try {
      TABLE.getOrDefault(message.method(), OTHER).handle(this, delivery);
    } catch (MalformedException e) {
      out.malformed(message.method() + ": " + e.why(), message.payload().duplicate());
    }
  }

  void onWake(long now, Out out) {
    gifts.onWake(now, out);
  }

  /** When {@link #onWake} has something to do; {@link Long#MAX_VALUE} = never. */
  long nextWake() {
    return gifts.nextWake();
  }

  DouyinBroadcast broadcast() {
    return broadcast;
  }
}
