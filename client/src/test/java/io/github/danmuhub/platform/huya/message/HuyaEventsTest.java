package io.github.danmuhub.platform.huya.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.huya.HuyaCaptures;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuyaEventsTest {
  private static final RoomRef ROOM = new RoomRef("huya", "lpl");
  private static final long PRESENTER = 1_724_691;

  private final RecordingContext out = RecordingContext.of("huya");
  private final HuyaEvents events = new HuyaEvents(ROOM, false);

  @BeforeEach
  void theRoomWasLookedUp() {
    events.presenter(PRESENTER);
  }

  private void push(String capture) throws MalformedException {
    HuyaPush.decode(HuyaCaptures.packet(capture), message -> events.onMessage(message, out));
  }

  private void message(long uri, long id, TarsWriter body) {
    events.onMessage(HuyaMessage.of(uri, body.toBytes(), id), out);
  }

  /** The only event. */
  private <E extends LiveEvent> E only(Class<E> type) {
    assertThat(out.events()).hasSize(1);
    return type.cast(out.events().get(0));
  }

  private static Origin origin(String id) {
    return new Origin("huya", "lpl", id, 0, RecordingContext.NOW, false, null);
  }

  @Test
  void aChatHasItsSenderAndTheirBadge() throws MalformedException {
    push("synthetic/cmd7_1400_plain");
    Chat chat = only(Chat.class);
    assertThat(chat.text()).isEqualTo("666");
    assertThat(chat.color()).isEqualTo(Chat.NO_COLOR);
    assertThat(chat.origin()).isEqualTo(origin("2018405541718215680"));
    assertThat(chat.user())
        .isEqualTo(
            new User(
                "1199612345678",
                "观众甲",
                "https://huyaimg.msstatic.com/avatar/x.jpg",
                new User.Badge("牌子", 12, "lpl"),
                Set.of(),
                0));
  }

  @Test
  void aLongChatIsColoured() throws MalformedException {
    push("synthetic/cmd7_1400_color_long");
    Chat chat = only(Chat.class);
    assertThat(chat.text()).isEqualTo("弹".repeat(200) + "🐱");
    assertThat(chat.color()).isEqualTo(0xff8800);
    assertThat(chat.origin().id()).isNull();
    // the sender's uid is -1: signs are kept
    assertThat(chat.user().id()).isEqualTo("-1");
  }

  @Test
  void aBatchIsChatFiguresGiftAndWhatIsNotKnown() throws MalformedException {
    push("synthetic/cmd22_batch");
    assertThat(out.broken()).isEmpty();
    assertThat(out.events()).hasSize(4);
    assertThat(out.events().get(0))
        .isInstanceOfSatisfying(
            Chat.class,
            chat -> {
              assertThat(chat.text()).isEqualTo("喂猫 3");
              assertThat(chat.user().name()).isEqualTo("乙");
            });
    assertThat(out.events().get(1))
        .isEqualTo(new Stats(origin("2"), Map.of(Figure.POPULARITY, 123_456L)));
    assertThat(out.events().get(2))
        .isInstanceOfSatisfying(
            Gift.class,
            gift -> {
              assertThat(gift.item()).isEqualTo(new Gift.Item("20277", "虎粮"));
              assertThat(gift.count()).isEqualTo(3);
              assertThat(gift.value()).isEqualTo(new Money(3_000, "CNY"));
              assertThat(gift.user().name()).isEqualTo("送礼人");
            });
    assertThat(out.events().get(3))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.cmd()).isEqualTo("999999");
              assertThat(unknown.origin().raw()).isNotNull();
            });
  }

  @Test
  void whatComesByBothGroupsComesOnce() throws MalformedException {
    push("synthetic/cmd22_batch");
    push("synthetic/cmd22_batch");
    assertThat(out.events()).hasSize(4);
  }

  private static TarsWriter gift(String payment, long count, long presenter, long combo) {
    return new TarsWriter()
        .number(0, 4)
        .string(1, payment)
        .number(2, count)
        .number(3, presenter)
        .number(4, 7)
        .string(5, "别的主播")
        .string(6, "甲")
        .string(20, "粉丝荧光棒")
        .number(39, combo)
        .number(41, 10 * count);
  }

  @Test
  void aGiftToAnotherPresenterIsNoGiftHere() {
    message(6501, 1, gift("p", 2, PRESENTER + 1, 0));
    assertThat(only(Notice.class).text()).isEqualTo("甲 送给 别的主播 粉丝荧光棒 ×2");
  }

  @Test
  void thePaymentsOfAComboAddUpAndItsEndIsNoticed() {
    message(6501, 1, gift("p1", 1, PRESENTER, 99));
    message(6501, 2, gift("p2", 2, PRESENTER, 99));
    out.pass(Combos.IDLE_MS - 1);
    events.onWake(out);
    assertThat(gifts()).extracting(Gift::count).containsExactly(1L, 2L);
    assertThat(events.nextWake()).isEqualTo(out.ticks + 1);
    out.pass(1);
    events.onWake(out);
    assertThat(gifts()).extracting(Gift::count).containsExactly(1L, 2L, 0L);
    assertThat(gifts())
        .extracting(Gift::combo)
        .containsExactly(
            new Gift.Combo("99", 1, false),
            new Gift.Combo("99", 3, false),
            new Gift.Combo("99", 3, true));
    assertThat(gifts().get(2).value()).isNull();
    assertThat(events.nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"99", "0"})
  void ofAPaymentThatIsToldAgainOnlyWhatIsMoreCounts(long combo) {
    message(6501, 1, gift("p", 1, PRESENTER, combo));
    message(6501, 2, gift("p", 3, PRESENTER, combo));
    message(6501, 3, gift("p", 3, PRESENTER, combo));
    message(6501, 4, gift("p", 2, PRESENTER, combo));
    assertThat(gifts()).extracting(Gift::count).containsExactly(1L, 2L);
    assertThat(gifts())
        .extracting(Gift::value)
        .containsExactly(new Money(100, "CNY"), new Money(200, "CNY"));
  }

  @Test
  void theSameMessageByBothGroupsIsNotAddedToItsCombo() {
    message(6501, 1, gift("", 1, PRESENTER, 99));
    message(6501, 1, gift("", 1, PRESENTER, 99));
    events.end(out);
    assertThat(gifts()).extracting(Gift::count).containsExactly(1L, 0L);
    assertThat(gifts().get(1).combo()).isEqualTo(new Gift.Combo("99", 1, true));
  }

  @Test
  void combosAreBounded() {
    for (int i = 0; i <= Combos.COMBOS; i++) {
      message(6501, i + 1, gift("p" + i, 1, PRESENTER, 100 + i));
    }
    assertThat(gifts()).filteredOn(gift -> gift.count() == 0).hasSize(1);
  }

  private List<Gift> gifts() {
    return out.events().stream().map(Gift.class::cast).toList();
  }

  @Test
  void aNobleEntersWithTheirTitle() {
    TarsWriter body =
        new TarsWriter()
            .number(0, 8)
            .string(1, "乙")
            .number(2, PRESENTER)
            .struct(3, noble -> noble.number(0, 8).string(3, "公爵").number(4, 4))
            .struct(4, guard -> guard.number(2, 1))
            .string(6, "https://a/b.jpg");
    message(6110, 5, body);
    User user = new User("8", "乙", "https://a/b.jpg", null, Set.of(Role.VIP, Role.MEMBER), 0);
    assertThat(only(Enter.class)).isEqualTo(new Enter(origin("5"), user, "公爵"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1002, 1005})
  void theOtherBannersOfNoblesAreEntersToo(long uri) {
    TarsWriter body =
        new TarsWriter()
            .struct(0, noble -> noble.number(0, 8).string(1, "乙").number(2, 4).string(3, "公爵"));
    message(uri, 5, body);
    User user = new User("8", "乙", null, null, Set.of(Role.VIP), 0);
    assertThat(only(Enter.class)).isEqualTo(new Enter(origin("5"), user, "公爵"));
  }

  @Test
  void aBroadcastIsToldOnChangeOnly() {
    events.known(new Broadcast(Origin.ours("huya", "lpl", 1), State.OFFLINE), out);
    message(8001, 1, new TarsWriter().number(0, PRESENTER));
    TarsWriter begin =
        new TarsWriter().string(2, "音乐").string(18, "随便听听").number(24, 1_771_000_000);
    message(8000, 2, begin);
    message(8000, 3, new TarsWriter());
    assertThat(out.events())
        .containsExactly(
            new Broadcast(Origin.ours("huya", "lpl", 1), State.OFFLINE),
            new Broadcast(origin("2"), State.LIVE, 1_771_000_000_000L),
            new Room(origin("2#2"), "随便听听", "音乐", null));
  }

  @Test
  void aNewTitleIsToldWithItsArea() {
    message(8004, 2, new TarsWriter().string(2, "音乐").string(4, "晚上好"));
    assertThat(only(Room.class)).isEqualTo(new Room(origin("2"), "晚上好", "音乐", null));
  }

  @Test
  void aNewBadgeIsANotice() {
    TarsWriter badge = new TarsWriter().number(0, 8).number(1, 5).string(3, "牌子").number(4, 7);
    message(6231, 1, badge);
    message(
        6232,
        2,
        new TarsWriter()
            .struct(3, in -> in.number(0, 8).number(1, 5).string(3, "牌子").number(4, 8)));
    assertThat(out.events())
        .extracting(event -> ((Notice) event).text())
        .containsExactly("粉丝徽章 牌子 7 级", "粉丝徽章 牌子 8 级");
  }

  private static TarsWriter chat(TarsWriter badge, int app) {
    return new TarsWriter()
        .struct(0, sender -> sender.number(0, 9).string(2, "丙"))
        .string(3, "好")
        .list(
            8,
            List.of(badge),
            (out, data) -> out.struct(0, item -> item.number(0, app).bytes(2, data.toBytes())));
  }

  @Test
  void aBadgeHasAShorterFormToo() {
    message(
        1400, 1, chat(new TarsWriter().number(0, PRESENTER).string(1, "牌子").number(2, 3), 10400));
    assertThat(only(Chat.class).user().badge()).isEqualTo(new User.Badge("牌子", 3, "lpl"));
  }

  @Test
  void aBadgeThatCannotBeReadCostsNoChat() {
    message(1400, 1, chat(new TarsWriter().number(3, 1), 10400));
    assertThat(only(Chat.class).text()).isEqualTo("好");
    assertThat(out.broken())
        .containsExactly("fan badge: TARS field 3 has type 0 where a text should be");
  }

  @ParameterizedTest
  @CsvSource({"10100, MODERATOR", "10200, VIP", "10300, MEMBER", "10900, ANCHOR"})
  void aDecorationSaysARole(int app, Role role) {
    message(1400, 1, chat(new TarsWriter(), app));
    assertThat(only(Chat.class).user().roles()).containsExactly(role);
  }

  @Test
  void aBrokenMessageIsReported() {
    message(8006, 1, new TarsWriter().string(0, "many"));
    assertThat(out.events()).isEmpty();
    assertThat(out.broken())
        .containsExactly("message 8006: TARS field 0 has type 6 where a number should be");
  }

  @Test
  void anEventThatCannotBeToldIsNoMessage() {
    assertThat(HuyaEvents.encode(new Notice(origin("1"), null, "…"), PRESENTER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synthetic/cmd22_batch",
        "synthetic/cmd7_1400_color_long",
        "synthetic/cmd7_1400_plain"
      })
  void whatIsToldAgainIsTheSame(String capture) throws MalformedException {
    push(capture);
    RecordingContext again = RecordingContext.of("huya");
    HuyaEvents reader = new HuyaEvents(ROOM, false);
    reader.presenter(PRESENTER);
    List<LiveEvent> told =
        out.events().stream().filter(event -> !(event instanceof Unknown)).toList();
    told.stream()
        .flatMap(event -> HuyaEvents.encode(event, PRESENTER).stream())
        .forEach(message -> reader.onMessage(message, again));
    assertThat(again.events()).isEqualTo(told);
  }
}
