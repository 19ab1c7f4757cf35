package io.github.danmuhub.platform.douyin.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of message, from its bytes; the field numbers are those of the page's own tables. */
class DouyinKindsTest {
  private final RecordingContext out = Douyins.context();
  private final DouyinEvents events = Douyins.events(out);

  @Test
  void aChatHasItsEmojiItsTimeAndWhomItAnswers() {
    ProtoWriter image =
        new ProtoWriter()
            .string(1, "http://127.0.0.1/e.png")
            .message(8, new ProtoWriter().string(1, "[微笑]"));
    ProtoWriter rtf =
        new ProtoWriter()
            .message(4, new ProtoWriter().string(11, "你好"))
            .message(4, new ProtoWriter().message(25, new ProtoWriter().message(1, image)));
    ProtoWriter reply = new ProtoWriter().message(10, new ProtoWriter().varint(4, 6));
    Chat chat =
        one(
            "WebcastChatMessage",
            said(3, "你好").message(9, reply).varint(15, 1_776_121_373).message(41, rtf),
            Chat.class);
    assertThat(chat.text()).isEqualTo("你好[微笑]");
    assertThat(chat.emotes()).containsExactly(new Chat.Emote("[微笑]", "http://127.0.0.1/e.png"));
    assertThat(chat.origin().time()).isEqualTo(1_776_121_373_000L);
    assertThat(requireNonNull(chat.replyTo()).id()).isEqualTo("6");
    assertThat(chat.user().name()).isEqualTo("小明");
  }

  @Test
  void aStickerIsItsWordsAndItsPicture() {
    ProtoWriter image = new ProtoWriter().string(1, "http://127.0.0.1/emo.png");
    ProtoWriter piece = new ProtoWriter().message(25, new ProtoWriter().message(1, image));
    ProtoWriter payload = said(5, "[鼓掌]").message(4, new ProtoWriter().message(4, piece));
    Chat chat = one("WebcastEmojiChatMessage", payload, Chat.class);
    assertThat(chat.text()).isEqualTo("[鼓掌]");
    assertThat(chat.image()).isEqualTo("http://127.0.0.1/emo.png");
  }

  @ParameterizedTest
  @CsvSource({
    "WebcastScreenChatMessage, 4",
    "WebcastPrivilegeScreenChatMessage, 3",
    "WebcastEpisodeChatMessage, 3",
    "WebcastAudioChatMessage, 3"
  })
  void bannersAndVoicesAreChats(String method, int content) {
    Chat chat = one(method, said(content, "飘过"), Chat.class);
    assertThat(chat.text()).isEqualTo("飘过");
    assertThat(chat.user().id()).isEqualTo("5");
  }

  @Test
  void aGiftHasItsPriceItsComboAndItsReceiver() {
    ProtoWriter kind = new ProtoWriter().varint(5, 463).varint(12, 1).string(16, "小心心");
    ProtoWriter payload =
        new ProtoWriter()
            .varint(2, 463)
            .varint(4, 10)
            .varint(5, 1)
            .varint(6, 3)
            .message(7, user())
            .message(8, new ProtoWriter().varint(1, 6).string(3, "客人"))
            .varint(11, 1_776_121_373)
            .message(15, kind);
    Gift gift = one("WebcastGiftMessage", payload, Gift.class);
    assertThat(gift.count()).isEqualTo(30);
    assertThat(gift.item()).isEqualTo(new Gift.Item("463", "小心心"));
    assertThat(requireNonNull(gift.value()).milli()).isEqualTo(30_000);
    assertThat(requireNonNull(gift.combo()).last()).isFalse();
    assertThat(requireNonNull(gift.to()).name()).isEqualTo("客人");
  }

  @Test
  void aLikeHasCountAndTotal() {
    ProtoWriter payload = new ProtoWriter().varint(2, 9).varint(3, 100_009).message(5, user());
    Like like = one("WebcastLikeMessage", payload, Like.class);
    assertThat(like.count()).isEqualTo(9);
    assertThat(like.total()).isEqualTo(100_009);
  }

  @Test
  void membersEnterShareAndFollow() {
    assertThat(one("WebcastMemberMessage", acted(10, 1), Enter.class).user().id()).isEqualTo("5");
    assertThat(one("WebcastMemberMessage", acted(10, 8), Share.class).user().id()).isEqualTo("5");
    assertThat(one("WebcastMemberMessage", acted(10, 20), Follow.class).user().id()).isEqualTo("5");
  }

  @Test
  void whoEntersTellsHowManyAreThereWhereThatHasChanged() {
    receive("WebcastMemberMessage", acted(10, 1).varint(3, 1_234));
    receive("WebcastMemberMessage", acted(10, 1).varint(3, 1_234));
    receive("WebcastMemberMessage", acted(10, 3).varint(3, 1_235));
    assertThat(out.events())
        .extracting(event -> event.origin().id())
        .containsExactly("1", "1#2", "2", "3", "3#2");
    assertThat(out.events(Stats.class))
        .extracting(stats -> stats.figure(Figure.ONLINE).orElseThrow())
        .containsExactly(1_234L, 1_235L);
  }

  @Test
  void followAndShareAreApart() {
    assertThat(one("WebcastSocialMessage", acted(4, 1), Follow.class).user().name())
        .isEqualTo("小明");
    assertThat(one("WebcastSocialMessage", acted(4, 3), Share.class).user().name()).isEqualTo("小明");
    assertThat(one("WebcastSocialMessage", acted(4, 99), Unknown.class).cmd())
        .isEqualTo("WebcastSocialMessage");
  }

  @Test
  void joiningTheFanClubIsAMembershipAndRisingInItANotice() {
    ProtoWriter join = new ProtoWriter().varint(2, 2).message(4, user());
    assertThat(one("WebcastFansclubMessage", join, Membership.class).kind())
        .isEqualTo(Membership.Kind.NEW);
    ProtoWriter rise = new ProtoWriter().varint(2, 1).string(3, "升级了").message(4, user());
    assertThat(one("WebcastFansclubMessage", rise, Notice.class).text()).isEqualTo("升级了");
  }

  @Test
  void theViewersAreCountedAndTheBestGiversListed() {
    ProtoWriter best = new ProtoWriter().varint(1, 99).message(2, user()).varint(3, 1);
    receive(
        "WebcastRoomUserSeqMessage",
        new ProtoWriter().message(2, best).varint(3, 22_164).varint(7, 436_000));
    assertThat(out.events(Stats.class).get(0).figures())
        .isEqualTo(Map.of(Figure.ONLINE, 22_164L, Figure.WATCHED, 436_000L));
    assertThat(out.events(Rank.class).get(0).list())
        .extracting(Rank.Entry::score)
        .containsExactly(99L);
  }

  @Test
  void roomStatsAreTheViewersOnline() {
    ProtoWriter payload = new ProtoWriter().string(2, "2.2万").varint(5, 22_164);
    assertThat(one("WebcastRoomStatsMessage", payload, Stats.class).figures())
        .isEqualTo(Map.of(Figure.ONLINE, 22_164L));
  }

  @Test
  void aRankingHasItsPlacesInTheirOrder() {
    ProtoWriter first = new ProtoWriter().message(1, user()).string(2, "1.2万");
    ProtoWriter second = new ProtoWriter().message(1, user()).string(2, "保密");
    List<Rank.Entry> list =
        one(
                "WebcastRoomRankMessage",
                new ProtoWriter().message(2, first).message(2, second),
                Rank.class)
            .list();
    assertThat(list).extracting(Rank.Entry::score).containsExactly(12_000L, 0L);
    assertThat(list).extracting(Rank.Entry::rank).containsExactly(1, 2);
  }

  @Test
  void controlPausesResumesAndEndsOnceEach() {
    for (int action : new int[] {1, 1, 2, 3, 3}) {
      receive("WebcastControlMessage", new ProtoWriter().varint(2, action));
    }
    assertThat(out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(State.PAUSED, State.RESUMED, State.OFFLINE);
  }

  @Test
  void aCutOffIsAModerationAndAnEnd() {
    receive("WebcastControlMessage", new ProtoWriter().varint(2, 4).string(3, "违规"));
    assertThat(out.events(Moderation.class).get(0).action()).isEqualTo(Moderation.Action.CUT_OFF);
    assertThat(out.events(Broadcast.class).get(0).state()).isEqualTo(State.OFFLINE);
  }

  @ParameterizedTest
  @CsvSource({
    "WebcastRoomMessage, 2",
    "WebcastRoomNotifyMessage, 4",
    "WebcastHotChatMessage, 3",
    "WebcastToastMessage, 2",
    "WebcastRoomIntroMessage, 4",
    "WebcastRoomVerifyMessage, 3",
    "WebcastLiveShoppingMessage, 8",
    "WebcastLinkMicMethod, 25",
    "LinkMicMethod, 25"
  })
  void messagesThatAreMainlyTextAreNotices(String method, int content) {
    ProtoWriter payload = new ProtoWriter().string(content, "欢迎来到直播间");
    assertThat(one(method, payload, Notice.class).text()).isEqualTo("欢迎来到直播间");
  }

  @ParameterizedTest
  @CsvSource({"WebcastNotifyEffectMessage, 3", "WebcastExhibitionChatMessage, 2"})
  void richTextsAreNoticesToo(String method, int content) {
    ProtoWriter text = new ProtoWriter().message(4, new ProtoWriter().string(11, "全站广播"));
    Notice notice = one(method, new ProtoWriter().message(content, text), Notice.class);
    assertThat(notice.text()).isEqualTo("全站广播");
  }

  @ParameterizedTest
  @CsvSource({
    "WebcastUnheardOfMessage",
    "WebcastLinkMicMethod",
    "WebcastRoomNotifyMessage",
    "WebcastLiveShoppingMessage",
    "WebcastSocialMessage",
    "WebcastMemberMessage",
    "WebcastControlMessage",
    "WebcastFansclubMessage"
  })
  void whatHasNoWordsOfItsOwnIsReadByItsCommonOrIsUnknown(String method) {
    // for members an action that nobody knows, for the others a field that does not matter
    ProtoWriter odd = new ProtoWriter().varint(10, 77);
    assertThat(one(method, odd, Unknown.class).origin().raw()).isNotNull();

    ProtoWriter described = new ProtoWriter().string(7, "某某的描述").message(15, user());
    Notice notice =
        one(method, new ProtoWriter().varint(10, 77).message(1, described), Notice.class);
    assertThat(notice.text()).isEqualTo("某某的描述");
    assertThat(requireNonNull(notice.user()).name()).isEqualTo("小明");

    ProtoWriter shown = new ProtoWriter().string(2, "{0:string} 来了").message(4, piece("小红"));
    ProtoWriter common = new ProtoWriter().string(7, "某某的描述").message(8, shown);
    assertThat(
            one(method, new ProtoWriter().varint(10, 77).message(1, common), Notice.class).text())
        .isEqualTo("小红 来了");
  }

  @Test
  void nobodyIsShownWithoutAName() {
    ProtoWriter bare = new ProtoWriter().string(3, "嗨");
    assertThat(one("WebcastChatMessage", bare, Chat.class).user().displayName()).isEqualTo("?");
  }

  private static ProtoWriter piece(String text) {
    return new ProtoWriter().varint(1, 1).string(11, text);
  }

  private static ProtoWriter user() {
    return new ProtoWriter().varint(1, 5).string(3, "小明");
  }

  private static ProtoWriter said(int content, String text) {
    return new ProtoWriter().message(2, user()).string(content, text);
  }

  private static ProtoWriter acted(int field, long action) {
    return new ProtoWriter().message(2, user()).varint(field, action);
  }

  private <E extends LiveEvent> E one(String method, ProtoWriter payload, Class<E> kind) {
    out.clear();
    receive(method, payload);
    assertThat(out.broken()).isEmpty();
    assertThat(out.events()).hasSize(1);
    assertThat(out.events().get(0)).isInstanceOf(kind);
    return kind.cast(out.events().get(0));
  }

  private long nextId = 1;

  private void receive(String method, ProtoWriter payload) {
    events.response(false).onMessage(Douyins.message(method, nextId++, payload));
  }
}
