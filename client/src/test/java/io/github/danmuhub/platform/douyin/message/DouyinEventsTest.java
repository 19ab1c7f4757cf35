package io.github.danmuhub.platform.douyin.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DouyinEventsTest {
  private final RecordingContext out = Douyins.context();
  private final DouyinEvents events = Douyins.events(out);

  @Test
  void displayTextIsFilledIntoItsPattern() {
    ProtoWriter user = new ProtoWriter().message(1, new ProtoWriter().varint(1, 5).string(3, "小明"));
    ProtoWriter text =
        new ProtoWriter()
            .string(2, "{0:user} 送给 {1} {2}个 {x} {9}!")
            .message(4, new ProtoWriter().varint(1, 11).message(21, user))
            .message(4, new ProtoWriter().varint(1, 1).string(11, "主播"))
            .message(4, new ProtoWriter().varint(1, 1).string(11, "3"));
    Notice notice = one("WebcastUnheardOf", common(text), Notice.class);
    assertThat(notice.text()).isEqualTo("小明 送给 主播 3个 {x} !");
  }

  @Test
  void aPatternThatMultipliesALongPieceIsRefused() {
    ProtoWriter text =
        new ProtoWriter()
            .string(2, "{0}".repeat(10_000))
            .message(4, new ProtoWriter().string(11, "x".repeat(1_000)));
    receive("WebcastRoomMessage", common(text));
    assertThat(out.broken()).hasSize(1);
    assertThat(out.broken().get(0)).contains("longer than");
  }

  @Test
  void aMethodThatNobodyKnowsIsUnknownWithItsBytesWhateverTheyAre() {
    // field 1: one byte that is no field; a length beyond the end; no protobuf at all
    for (String hex : List.of("0a016f", "0a7f01", "ffffffffffffffffffffff")) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      out.clear();
      events
          .response(false)
          .onMessage(new DouyinMessage("WebcastFoo", ByteBuffer.wrap(bytes), nextId++));
      assertThat(out.broken()).isEmpty();
      Unknown unknown = (Unknown) out.events().get(0);
      assertThat(requireNonNull(unknown.origin().raw()).toBytes()).containsExactly(bytes);
    }
  }

  @Test
  void aTimeThatCanBeNoneIsNone() {
    for (long seconds : new long[] {-5, Long.MAX_VALUE, Long.MAX_VALUE / 1_000 + 1}) {
      ProtoWriter chat = new ProtoWriter().string(3, "嗨").varint(15, seconds);
      assertThat(one("WebcastChatMessage", chat, Chat.class).origin().time()).isZero();
    }
    ProtoWriter chat = new ProtoWriter().string(3, "嗨").varint(15, 1_776_121_373);
    assertThat(one("WebcastChatMessage", chat, Chat.class).origin().time())
        .isEqualTo(1_776_121_373_000L);
  }

  @Test
  void anActionIsReadWithAllItsBits() {
    for (long action : new long[] {0xFFFFFFFF00000003L, 0x100000003L}) {
      assertThat(one("WebcastControlMessage", new ProtoWriter().varint(2, action), Unknown.class))
          .isNotNull();
    }
  }

  @Test
  void aRedPacketHoldsNotLessThanNothing() {
    receive("WebcastLuckyBoxMessage", new ProtoWriter().varint(2, -5));
    assertThat(out.broken())
        .containsExactly("WebcastLuckyBoxMessage: diamonds are counted below zero");
  }

  @Test
  void aViewerIsMaskedByEitherFormOfTheId() {
    for (ProtoWriter id :
        List.of(new ProtoWriter().varint(1, 111111), new ProtoWriter().string(1028, "111111"))) {
      ProtoWriter chat = new ProtoWriter().message(2, id.string(3, "二***")).string(3, "嗨");
      User user = one("WebcastChatMessage", chat, Chat.class).user();
      assertThat(user.id()).isNull();
      assertThat(user.roles()).containsExactly(User.Role.MASKED);
    }
  }

  @Test
  void aMethodWithoutWordsIsUnknownWithItsBytes() {
    Unknown unknown = one("WebcastUnheardOf", new ProtoWriter().varint(2, 1), Unknown.class);
    assertThat(unknown.cmd()).isEqualTo("WebcastUnheardOf");
    assertThat(requireNonNull(unknown.origin().raw()).toBytes()).containsExactly(0x10, 1);
  }

  @Test
  void maskedGuestsHaveARoleAndNoId() {
    ProtoWriter payload = new ProtoWriter().message(2, masked("二***")).string(3, "嗨");
    User user = one("WebcastChatMessage", payload, Chat.class).user();
    assertThat(user.roles()).containsExactly(User.Role.MASKED);
    assertThat(user.id()).isNull();
    assertThat(user.name()).isEqualTo("二***");
  }

  @Test
  void theAnchorIsShownAsTheAnchorWhereverTheyAct() {
    ProtoWriter anchor = new ProtoWriter().varint(1, 5).string(3, "主播");
    ProtoWriter chat = new ProtoWriter().message(2, anchor).string(3, "大家好");
    receive("WebcastChatMessage", chat);
    events.anchor("5");
    receive("WebcastChatMessage", chat);
    receive("WebcastLikeMessage", new ProtoWriter().varint(2, 1).message(5, anchor));
    receive("WebcastSocialMessage", new ProtoWriter().message(2, anchor).varint(4, 3));
    assertThat(out.events(Chat.class))
        .extracting(event -> event.user().roles())
        .containsExactly(Set.of(), Set.of(User.Role.ANCHOR));
    User liker = requireNonNull(out.events(Like.class).get(0).user());
    assertThat(liker.roles()).containsExactly(User.Role.ANCHOR);
    assertThat(out.events(Share.class).get(0).user().roles()).containsExactly(User.Role.ANCHOR);
  }

  @Test
  void aGiftToTheAnchorNamesNoReceiver() {
    ProtoWriter guest = new ProtoWriter().varint(1, 6).string(3, "客人");
    ProtoWriter anchor = new ProtoWriter().varint(1, 5).string(3, "主播");
    events.anchor("5");
    receive("WebcastGiftMessage", gift(2).message(8, anchor));
    receive("WebcastGiftMessage", gift(3).message(8, guest));
    assertThat(out.events(Gift.class).get(0).to()).isNull();
    assertThat(requireNonNull(out.events(Gift.class).get(1).to()).name()).isEqualTo("客人");
  }

  @Test
  void maskedGuestsAreToldApartByTheirNamesInCombos() {
    for (String name : List.of("二***", "小***", "二***")) {
      receive("WebcastGiftMessage", gift(2).message(7, masked(name)));
    }
    assertThat(out.events(Gift.class)).extracting(Gift::count).containsExactly(2L, 2L);
  }

  @Test
  void negativeCountsAreReported() {
    receive("WebcastGiftMessage", new ProtoWriter().varint(5, -3));
    receive("WebcastLikeMessage", new ProtoWriter().varint(2, -1));
    receive("WebcastRoomUserSeqMessage", new ProtoWriter().varint(3, -1));
    receive("WebcastGiftMessage", new ProtoWriter().varint(4, 1L << 40).varint(6, 1L << 40));
    assertThat(out.events()).isEmpty();
    assertThat(out.broken()).hasSize(4);
  }

  @Test
  void stringsThatAreNotUtf8AreReadWithReplacements() {
    ProtoWriter payload = new ProtoWriter().bytes(3, new byte[] {'a', (byte) 0xff, 'b'});
    assertThat(one("WebcastChatMessage", payload, Chat.class).text()).isEqualTo("a\ufffdb");
  }

  @Test
  void aFieldOfTheWrongTypeCostsItsMessageOnly() {
    receive("WebcastChatMessage", new ProtoWriter().varint(3, 1));
    receive("WebcastChatMessage", new ProtoWriter().string(3, "ok"));
    assertThat(out.broken()).hasSize(1);
    assertThat(out.events(Chat.class)).extracting(Chat::text).containsExactly("ok");
  }

  @Test
  void anEntranceEffectIsItsText() {
    ProtoWriter text = new ProtoWriter().message(4, new ProtoWriter().string(11, "骑士驾到"));
    ProtoWriter payload =
        new ProtoWriter().varint(10, 1).message(15, new ProtoWriter().message(4, text));
    assertThat(one("WebcastMemberMessage", payload, Enter.class).effect()).isEqualTo("骑士驾到");
  }

  @Test
  void theBadgeOfAnotherRoomIsWornWhereThereIsNoneOfThisOne() {
    ProtoWriter other = new ProtoWriter().string(1, "狗团").varint(2, 7).varint(3, 1);
    ProtoWriter entry = new ProtoWriter().varint(1, 0).message(2, other);
    ProtoWriter own = new ProtoWriter().string(1, "猫团").varint(2, 3).varint(3, 1);

    User guest = wearing(new ProtoWriter().message(2, entry));
    assertThat(guest.badge()).isEqualTo(new User.Badge("狗团", 7, null));
    assertThat(guest.roles()).isEmpty();

    User member = wearing(new ProtoWriter().message(2, entry).message(1, own));
    assertThat(member.badge()).isEqualTo(new User.Badge("猫团", 3, null));
    assertThat(member.roles()).containsExactly(User.Role.MEMBER);
  }

  private User wearing(ProtoWriter fansClub) {
    ProtoWriter user = new ProtoWriter().varint(1, 5).string(3, "小明").message(24, fansClub);
    ProtoWriter chat = new ProtoWriter().message(2, user).string(3, "hi");
    return one("WebcastChatMessage", chat, Chat.class).user();
  }

  @Test
  void memberActionsKeepOrder() {
    ProtoWriter mute =
        new ProtoWriter()
            .message(2, new ProtoWriter().varint(1, 5).string(3, "吵"))
            .message(4, new ProtoWriter().varint(1, 6).string(3, "管"))
            .varint(10, 3);
    Moderation moderation = one("WebcastMemberMessage", mute, Moderation.class);
    assertThat(moderation.action()).isEqualTo(Moderation.Action.MUTE);
    assertThat(requireNonNull(moderation.target()).name()).isEqualTo("吵");
    assertThat(requireNonNull(moderation.user()).name()).isEqualTo("管");
  }

  @Test
  void anEndByTheAdministrationIsACutOffToo() {
    receive("WebcastControlMessage", new ProtoWriter().varint(2, 4).string(3, "违规"));
    assertThat(out.events()).hasSize(2);
    assertThat(out.events(Moderation.class).get(0).text()).isEqualTo("违规");
    assertThat(out.events().get(1).origin().id()).isEqualTo("1#2");
  }

  @Test
  void deletedMessagesAreRetractedPackedOrNot() {
    ProtoWriter plain = new ProtoWriter().varint(2, 300).varint(2, 5);
    ProtoWriter packed = new ProtoWriter().bytes(2, new byte[] {(byte) 0xac, 2, 5});
    assertThat(one("WebcastImDeleteMessage", plain, Retract.class).ids())
        .containsExactly("300", "5");
    out.clear();
    receive("WebcastImDeleteMessage", 2, packed);
    assertThat(out.events(Retract.class).get(0).ids()).containsExactly("300", "5");
  }

  @Test
  void aMentionStandsInTheRichTextOnly() {
    ProtoWriter rtf =
        new ProtoWriter()
            .message(4, new ProtoWriter().string(11, "@小明 "))
            .message(4, new ProtoWriter().string(11, "你好"));
    ProtoWriter payload = new ProtoWriter().string(3, "你好").message(40, rtf);
    assertThat(one("WebcastChatMessage", payload, Chat.class).text()).isEqualTo("@小明 你好");
  }

  @Test
  void aProductAndARedPacketAreSaid() {
    assertThat(
            one("WebcastLiveShoppingMessage", new ProtoWriter().varint(3, 35), Notice.class).text())
        .isEqualTo("商品 35");
    out.clear();
    receive("WebcastLuckyBoxMessage", 2, new ProtoWriter().varint(2, 100));
    assertThat(out.events(Lottery.class).get(0).prize().name()).isEqualTo("红包 100 钻");
  }

  @Test
  void lightGiftsTakeTheirGiverFromCommon() {
    ProtoWriter common =
        new ProtoWriter().message(15, new ProtoWriter().varint(1, 5).string(3, "小明"));
    ProtoWriter kind = new ProtoWriter().varint(5, 8).varint(12, 2).string(16, "荧光棒");
    ProtoWriter payload = new ProtoWriter().message(1, common).varint(3, 3).message(13, kind);
    Gift gift = one("WebcastLightGiftMessage", payload, Gift.class);
    assertThat(gift.user().name()).isEqualTo("小明");
    assertThat(gift.count()).isEqualTo(3);
    assertThat(requireNonNull(gift.value()).milli()).isEqualTo(6_000);
  }

  private static ProtoWriter common(ProtoWriter displayText) {
    return new ProtoWriter().message(1, new ProtoWriter().message(8, displayText));
  }

  private static ProtoWriter masked(String name) {
    return new ProtoWriter().varint(1, 111_111).string(3, name);
  }

  private static ProtoWriter gift(long units) {
    return new ProtoWriter().varint(2, 463).varint(5, units).varint(11, 7);
  }

  private <E extends LiveEvent> E one(String method, ProtoWriter payload, Class<E> kind) {
    out.clear();
    receive(method, payload);
    assertThat(out.broken()).isEmpty();
    assertThat(out.events()).hasSize(1);
    return kind.cast(out.events().get(0));
  }

  private long nextId = 1;

  private void receive(String method, ProtoWriter payload) {
    receive(method, nextId++, payload);
  }

  private void receive(String method, long id, ProtoWriter payload) {
    events.response(false).onMessage(Douyins.message(method, id, payload));
  }
}
