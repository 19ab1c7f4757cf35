package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action.Answered;
import io.github.danmuhub.testing.RecordingContext.Action.Reconnect;
import io.github.danmuhub.testing.RecordingContext.Action.Send;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One real frame of 2022, and twenty made with the page's own field tables. */
class DouyinCapturesTest {

  @Test
  void theRealFrameOf2022IsTheChatThatItsJsonSays() throws IOException {
    RecordingContext out = Douyins.receive(Douyins.capture("2022-12-28_chat_dyspider.bin"));
    assertThat(out.broken()).isEmpty();
    assertThat(out.events()).hasSize(1);
    Chat chat = out.events(Chat.class).get(0);
    assertThat(chat.text()).isEqualTo("百分之10可以直播半小时");
    assertThat(chat.origin().id()).isEqualTo("7181859941539730490");
    assertThat(chat.origin().time()).isEqualTo(1_672_157_081_000L);
    assertThat(chat.origin().room()).isEqualTo(Douyins.ROOM.room());
    assertThat(chat.user().id()).isEqualTo("900000000000020");
    assertThat(chat.user().name()).isEqualTo("用户22xxxxx");
    assertThat(chat.user().level()).isEqualTo(14);
    assertThat(chat.user().badge()).isEqualTo(new User.Badge("颗美玉", 5, null));
    assertThat(chat.user().roles()).containsExactly(User.Role.MEMBER);
  }

  @Test
  void theRealFrameSaysTheSameAfterItIsEncodedAgain() throws IOException {
    RecordingContext first = Douyins.receive(Douyins.capture("2022-12-28_chat_dyspider.bin"));
    List<DouyinMessage> again =
        first.events().stream().flatMap(event -> DouyinEvents.encode(event, 7).stream()).toList();
    RecordingContext second = Douyins.receive(Douyins.frame(1, false, again));
    assertThat(second.events()).isNotEmpty().isEqualTo(first.events());
  }

  @Test
  void theRealFrameIsAcknowledgedByItsHeader() throws Exception {
    RecordingContext out = Douyins.receive(Douyins.capture("2022-12-28_chat_dyspider.bin"));
    DouyinPacket ack = DouyinPacketCodec.decode(out.sent().get(0));
    assertThat(Long.toUnsignedString(ack.logId())).isEqualTo("8726349535470258530");
    assertThat(ack.payloadType()).isEqualTo("ack");
    String ext = new String(Douyins.bytes(ack.payload()), UTF_8);
    assertThat(ext).startsWith("internal_src:pushserver|").contains("wss_push_ms:1672157081920");
  }

  @Test
  void chat() throws IOException {
    Chat chat = one("01_chat.bin", Chat.class);
    assertThat(chat.text()).isEqualTo("你好，主播！");
    assertThat(chat.user().name()).isEqualTo("小明");
    assertThat(chat.origin().id()).isEqualTo("7628380000000000001");
    assertThat(chat.origin().time()).isEqualTo(1_776_121_373_000L);
  }

  @Test
  void richTextKeepsItsEmoji() throws IOException {
    Chat chat = one("02_chat_rtf_emoji.bin", Chat.class);
    assertThat(chat.text()).isEqualTo("逗猫[微笑]");
    assertThat(chat.emotes()).containsExactly(new Chat.Emote("[微笑]", "http://127.0.0.1/e.png"));
  }

  @Test
  void theCombo13255EndSumsToFive() throws IOException {
    RecordingContext out = replay("03_gift_combo_");
    List<Gift> gifts = out.events(Gift.class);
    assertThat(gifts).extracting(Gift::count).containsExactly(1L, 2L, 2L, 0L);
    assertThat(gifts)
        .extracting(g -> requireNonNull(g.combo()).last())
        .containsExactly(false, false, false, true);
    Gift end = gifts.get(3);
    assertThat(requireNonNull(end.combo()).total()).isEqualTo(5);
    assertThat(end.value()).isNull();
    assertThat(gifts.get(1).value()).isEqualTo(new Money(2_000, "douyin:diamond"));
    assertThat(gifts.get(1).item()).isEqualTo(new Gift.Item("463", "小心心"));
  }

  @Test
  void aGroupOfTenIsTen() throws IOException {
    Gift gift = one("04_gift_group10.bin", Gift.class);
    assertThat(gift.count()).isEqualTo(10);
    assertThat(gift.combo()).isEqualTo(new Gift.Combo("1776121399", 10, true));
    assertThat(gift.value()).isEqualTo(new Money(10_000, "douyin:diamond"));
  }

  @Test
  void aGiftWithoutAComboIsOne() throws IOException {
    Gift gift = one("05_gift_noncombo.bin", Gift.class);
    assertThat(gift.count()).isEqualTo(1);
    assertThat(gift.combo()).isNull();
    assertThat(gift.value()).isEqualTo(new Money(30_000_000, "douyin:diamond"));
  }

  @Test
  void followAndShareAreApart() throws IOException {
    List<LiveEvent> events = all("06_like_member_social.bin");
    assertThat(events).hasSize(5);
    assertThat((Like) events.get(0)).matches(like -> like.count() == 9 && like.total() == 100_009);
    assertThat(events.get(1)).isInstanceOf(Enter.class);
    assertThat(events.get(2)).isInstanceOf(Stats.class);
    assertThat(events.get(3)).isInstanceOf(Follow.class);
    assertThat(events.get(4)).isInstanceOf(Share.class);
  }

  @Test
  void statsAndRanks() throws IOException {
    List<LiveEvent> events = all("07_stats.bin");
    assertThat(events).hasSize(4);
    assertThat(((Stats) events.get(0)).figures())
        .isEqualTo(Map.of(Figure.ONLINE, 22_164L, Figure.WATCHED, 436_000L));
    Rank rank = (Rank) events.get(1);
    assertThat(rank.list()).hasSize(1);
    assertThat(rank.list().get(0).score()).isEqualTo(99);
    assertThat(rank.origin().id()).isEqualTo("7628380000000000014#2");
    assertThat(((Stats) events.get(2)).figures()).isEqualTo(Map.of(Figure.ONLINE, 22_164L));
    assertThat(((Rank) events.get(3)).list().get(0).user().name()).isEqualTo("大哥");
  }

  @Test
  void fanClubStickerBannerAndRoomMessage() throws IOException {
    List<LiveEvent> events = all("08_fansclub_emoji_screen.bin");
    assertThat(events).hasSize(4);
    Membership membership = (Membership) events.get(0);
    assertThat(membership.kind()).isEqualTo(Membership.Kind.NEW);
    assertThat(membership.name()).isEqualTo("演示团");
    Chat sticker = (Chat) events.get(1);
    assertThat(sticker.text()).isEqualTo("[鼓掌]");
    assertThat(sticker.image()).isEqualTo("http://127.0.0.1/emo.png");
    assertThat(((Chat) events.get(2)).text()).isEqualTo("飘屏弹幕");
    assertThat(((Notice) events.get(3)).text()).isEqualTo("欢迎来到直播间！");
  }

  @Test
  void anUnknownMethodIsReadByItsCommon() throws IOException {
    assertThat(one("09_unknown_method.bin", Notice.class).text()).isEqualTo("未知消息的可读描述");
  }

  @Test
  void aPlainFrameIsReadToo() throws IOException {
    assertThat(one("10_plain_not_gzip.bin", Chat.class).text()).isEqualTo("未压缩帧");
  }

  @Test
  void whatNeedsNoAckGetsNone() throws IOException {
    RecordingContext out = Douyins.receive(Douyins.capture("synthetic/11_needack_false.bin"));
    assertThat(out.events(Chat.class)).hasSize(1);
    assertThat(out.all(Send.class)).isEmpty();
  }

  @Test
  void controlPausesResumesAndEnds() throws IOException {
    assertThat(replay("1").events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.PAUSED, Broadcast.State.RESUMED, Broadcast.State.OFFLINE);
  }

  @Test
  void heartbeatReplyAndClose() throws IOException {
    RecordingContext hb = Douyins.receive(Douyins.capture("synthetic/15_hb_reply.bin"));
    assertThat(hb.actions()).containsExactly(new Answered());
    RecordingContext close = Douyins.receive(Douyins.capture("synthetic/16_close.bin"));
    assertThat(close.all(Reconnect.class)).hasSize(1);
  }

  @Test
  void aBurstOfSixtyIsSixtyEventsAndTheirFigures() throws IOException {
    RecordingContext out = Douyins.receive(Douyins.capture("synthetic/burst60.bin"));
    assertThat(out.broken()).isEmpty();
    assertThat(out.events(Chat.class)).hasSize(24);
    assertThat(out.events(Like.class)).hasSize(12);
    assertThat(out.events(Enter.class)).hasSize(12);
    assertThat(out.events(Follow.class)).hasSize(6);
    assertThat(out.events(Gift.class)).hasSize(6);
    assertThat(out.events(Stats.class)).hasSize(12);
    assertThat(out.events()).hasSize(60 + 12);
  }

  @Test
  void everyPrefixOfEveryFrameIsReadOrReported() throws IOException {
    for (byte[] frame : frames("")) {
      int step = Math.max(1, frame.length / 200);
      for (int length = 0; length < frame.length; length += step) {
        byte[] prefix = Arrays.copyOf(frame, length);
        assertThat(Douyins.receive(prefix).actions().isEmpty())
            .as("%d of %d bytes say nothing", length, frame.length)
            .isEqualTo(isWithoutPayload(prefix));
      }
    }
  }

  /** A cut right before the payload leaves a whole frame without messages. */
  private static boolean isWithoutPayload(byte[] frame) {
    try {
      DouyinPacket packet = DouyinPacketCodec.decode(ByteBuffer.wrap(frame));
      return packet.payloadType().equals(DouyinPacket.MSG) && !packet.payload().hasRemaining();
    } catch (MalformedException e) {
      return false;
    }
  }

  private static <E extends LiveEvent> E one(String name, Class<E> kind) throws IOException {
    List<LiveEvent> events = all(name);
    assertThat(events).hasSize(1);
    return kind.cast(events.get(0));
  }

  private static List<LiveEvent> all(String name) throws IOException {
    RecordingContext out = Douyins.receive(Douyins.capture("synthetic/" + name));
    assertThat(out.broken()).isEmpty();
    assertThat(out.all(Send.class)).hasSize(1);
    return out.events();
  }

  /** All frames whose names begin so, into one session. */
  private static RecordingContext replay(String prefix) throws IOException {
    RecordingContext out = Douyins.context();
    DouyinSession session = Douyins.session(out);
    for (byte[] frame : frames(prefix)) {
      session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    }
    return out;
  }

  private static List<byte[]> frames(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(Douyins.dir().resolve("synthetic"))) {
      List<Path> named =
          files
              .filter(file -> file.getFileName().toString().startsWith(prefix))
              .filter(file -> file.toString().endsWith(".bin"))
              .sorted()
              .toList();
      assertThat(named).isNotEmpty();
      return named.stream().map(DouyinCapturesTest::read).toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
