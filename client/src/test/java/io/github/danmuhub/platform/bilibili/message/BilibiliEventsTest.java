package io.github.danmuhub.platform.bilibili.message;

import static io.github.danmuhub.platform.bilibili.message.EventLog.ofText;
import static io.github.danmuhub.platform.bilibili.message.EventLog.only;
import static io.github.danmuhub.platform.bilibili.message.EventLog.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import io.github.danmuhub.event.User.Role;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BilibiliEventsTest {
  private static final String MING = "3493090830584635";
  private static final Badge BADGE = new Badge("猫粮", 21, "545068");

  @TestFactory
  Stream<DynamicTest> everyFixtureYieldsNoUnknown() {
    return Fixtures.all().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertThat(EventLog.of(Fixtures.read(file)))
                            .hasSizeLessThanOrEqualTo(2)
                            .noneMatch(e -> e instanceof Unknown || e instanceof Malformed)));
  }

  @Test
  void everyCommandOfTheTableHasAFixture() {
    Set<String> without = new HashSet<>(CommandTable.names());
    Fixtures.worded().forEach(line -> without.remove(line.get("message").get("cmd").asText()));
    for (Path file : Fixtures.all()) {
      without.removeIf(cmd -> file.getFileName().toString().startsWith(cmd));
    }
    assertThat(without).isEmpty();
  }

  @Test
  void aChatHasEveryFieldThatTheMessageHas() {
    User ming =
        new User(
            MING,
            "小明",
            "https://i0.example.invalid/ming.jpg",
            BADGE,
            Set.of(Role.MODERATOR, Role.VIP, Role.MEMBER),
            25);
    assertThat(only("DANMU_MSG_reply", Chat.class))
        .isEqualTo(
            new Chat(
                origin("aa00bb11cc22dd33", 1_700_000_001_234L),
                ming,
                "你好[热]",
                new Chat.Style(0xff0000, Chat.Mode.TOP),
                new Chat.Pictures(
                    List.of(new Chat.Emote("[热]", "https://i0.example.invalid/hot.png")), null),
                User.of("4242", "小\n红"),
                0));
  }

  @Test
  void aChatOf2022IsShorterButAChat() {
    Chat chat = only("DANMU_MSG_short", Chat.class);

    assertThat(chat.text()).isEqualTo("你好[热]");
    assertThat(chat.origin().id()).isNull();
    assertThat(chat.user().badge()).isEqualTo(BADGE);
  }

  @Test
  void aMaskedVisitorHasNoId() {
    assertThat(only("DANMU_MSG_masked", Chat.class).user())
        .isEqualTo(new User(null, "小***", null, null, Set.of(Role.MASKED), 25));
  }

  @Test
  void aMirroredStickerIsAChatWithAnImage() {
    assertThat(only("DANMU_MSG_MIRROR", Chat.class).image())
        .isEqualTo("https://i0.example.invalid/sticker.png");
  }

  @Test
  void theAnchorIsKnownByTheirId() {
    EventLog log = new EventLog();
    log.decoder.anchor(MING);
    log.decoder.onMessage(Fixtures.buffer("DANMU_MSG_reply"));

    assertThat(((Chat) log.events().get(0)).user().roles()).contains(Role.ANCHOR);
  }

  @Test
  void aBlindBoxIsWorthWhatTheBoxCost() {
    Gift gift = only("SEND_GIFT_blind_box", Gift.class);

    assertThat(gift.item()).isEqualTo(new Gift.Item("32126", "棉花糖"));
    assertThat(gift.count()).isEqualTo(3);
    assertThat(gift.value()).isEqualTo(new Money(45_000, "CNY"));
    assertThat(gift.combo()).isEqualTo(new Gift.Combo("batch:1", 3, false));
    assertThat(gift.origin()).isEqualTo(origin("48168544", 1_700_000_004_000L));
    assertThat(gift.to()).isEqualTo(User.of("9002", "嘉宾"));
  }

  @Test
  void silverIsACoinOfItsOwn() {
    assertThat(only("SEND_GIFT_silver", Gift.class).value())
        .isEqualTo(new Money(500_000, "bilibili:silver"));
  }

  @Test
  void aComboEndBringsNothingNew() {
    Gift end = only("COMBO_SEND", Gift.class);

    assertThat(end.count()).isZero();
    assertThat(end.value()).isNull();
    assertThat(end.combo()).isEqualTo(new Gift.Combo("gift:1", 9, true));
  }

  @Test
  void repeatedItemsOfOneGiftMessageAreOneEventEach() {
    List<LiveEvent> gifts = EventLog.of("SEND_GIFT_V2");

    assertThat(gifts).extracting(g -> ((Gift) g).count()).containsExactly(2L, 1L);
    assertThat(gifts)
        .extracting(g -> ((Gift) g).value())
        .containsExactly(new Money(200, "CNY"), new Money(6_600, "CNY"));
    assertThat(gifts).extracting(g -> g.origin().id()).containsExactly("t1", null);
    assertThat(gifts).extracting(g -> ((Gift) g).to()).containsOnlyNulls();
    assertThat(gifts.get(0).user())
        .isEqualTo(
            new User(
                "1015", "新礼物", "https://i0.example.invalid/j.jpg", BADGE, Set.of(Role.MEMBER), 0));
  }

  @Test
  void aSuperChatAndItsTranslationAreOneEvent() {
    EventLog log = new EventLog();
    log.decoder.onMessage(Fixtures.buffer("SUPER_CHAT_MESSAGE"));
    log.decoder.onMessage(Fixtures.buffer("SUPER_CHAT_MESSAGE_JPN"));

    assertThat(log.events()).hasSize(1);
    SuperChat superChat = (SuperChat) log.events().get(0);
    assertThat(superChat.value()).isEqualTo(new Money(30_000, "CNY"));
    assertThat(superChat.seconds()).isEqualTo(60);
    assertThat(superChat.colors()).isEqualTo(new SuperChat.Colors(0xEDF5FF, 0x2A60B2));
    assertThat(superChat.user().roles())
        .containsExactlyInAnyOrder(Role.MODERATOR, Role.VIP, Role.MEMBER);
  }

  @Test
  void idsAreTextWhateverTypeTheyCameIn() {
    assertThat(only("SUPER_CHAT_MESSAGE_DELETE_strings", Retract.class).ids())
        .containsExactly("5", "6");
  }

  @Test
  void packedInteractionsAreReadByFieldNumber() {
    Enter enter = only("INTERACT_WORD_V2", Enter.class);

    assertThat(enter.user())
        .isEqualTo(
            new User(
                MING, "小明", "https://i0.example.invalid/ming.jpg", BADGE, Set.of(Role.MEMBER), 0));
    assertThat(enter.origin().time()).isEqualTo(1_700_000_010_123L);
  }

  @Test
  void packedRankingsAreReadByFieldNumber() {
    List<Rank.Entry> list = only("ONLINE_RANK_V3", Rank.class).list();

    assertThat(list).extracting(Rank.Entry::score).containsExactly(20_010L, 510L);
    assertThat(list).extracting(Rank.Entry::rank).containsExactly(1, 2);
    assertThat(list).extracting(e -> e.user().id()).containsExactly(MING, "1002");
  }

  @Test
  void everySortOfInteractionHasItsEvent() {
    assertThat(EventLog.of("INTERACT_WORD_special").get(0)).isInstanceOf(Follow.class);
    assertThat(EventLog.of("INTERACT_WORD_mutual").get(0)).isInstanceOf(Follow.class);
    assertThat(EventLog.of("INTERACT_WORD_like").get(0)).isInstanceOf(Like.class);
    assertThat(ofText("{\"cmd\":\"INTERACT_WORD\",\"data\":{\"uid\":1,\"msg_type\":99}}").get(0))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void anEntranceEffectHasItsTextButNotTheShortenedName() {
    Enter enter = only("ENTRY_EFFECT_MUST_RECEIVE", Enter.class);

    assertThat(enter.effect()).isEqualTo("欢迎提督 很长的名... 进入直播间");
    assertThat(enter.user().name()).isEqualTo("很长的名字啊");
  }

  @Test
  void theEnvelopesIdAndTimeStandInWhereTheMessageHasNone() {
    Stats stats = only("ONLINE_RANK_COUNT", Stats.class);

    assertThat(stats.origin()).isEqualTo(origin("26964930181741056:1000:1000", 1_700_000_007_890L));
    assertThat(stats.figures()).isEqualTo(Map.of(Figure.ONLINE, 345L));
  }

  @Test
  void theBroadcastIsNewsOnChangeOnly() {
    EventLog log = new EventLog();
    for (String fixture : List.of("LIVE_twice", "LIVE_twice", "PREPARING", "PREPARING")) {
      log.decoder.onMessage(Fixtures.buffer(fixture));
    }
    assertThat(log.events())
        .extracting(e -> ((Broadcast) e).state())
        .containsExactly(Broadcast.State.LIVE, Broadcast.State.OFFLINE);
  }

  @Test
  void whatTheLookupSaidIsNoNews() {
    EventLog log = new EventLog();
    log.decoder.known(Broadcast.State.LIVE);
    log.decoder.onMessage(Fixtures.buffer("LIVE_twice"));

    assertThat(log.events()).isEmpty();
  }

  @Test
  void theCommandMayStandBehindItsData() {
    assertThat(only("ROOM_SILENT_ON_cmd_last", Moderation.class).action())
        .isEqualTo(Moderation.Action.SILENCE_ON);
  }

  @Test
  void aRoomsAreaIsTrimmed() {
    assertThat(only("ROOM_CHANGE", Room.class).area()).isEqualTo("科技");
  }

  @Test
  void noticesReadAsPeopleReadThem() {
    assertThat(only("COMMON_NOTICE_DANMAKU", Notice.class).text()).isEqualTo("恭喜主播获得 流星");
    assertThat(only("NOTICE_MSG_gift", Notice.class).text()).isEqualTo("某人送给主播1个小电视");
    assertThat(only("ACTIVITY_BANNER_UPDATE_V2", Notice.class).text()).isEqualTo("第65名");
  }

  @Test
  void aRedPocketStartsOnce() {
    EventLog log = new EventLog();
    log.decoder.onMessage(Fixtures.buffer("POPULARITY_RED_POCKET_NEW"));
    log.decoder.onMessage(Fixtures.buffer("POPULARITY_RED_POCKET_START"));
    log.decoder.onMessage(Fixtures.buffer("POPULARITY_RED_POCKET_WINNER_LIST"));

    assertThat(log.events())
        .extracting(e -> ((Lottery) e).phase())
        .containsExactly(Lottery.Phase.START, Lottery.Phase.AWARD);
  }

  @Test
  void copiesForGamesAreCountedAndNoEvents() {
    EventLog log = new EventLog();
    log.decoder.onMessage(Fixtures.buffer("LIVE_INTERACTIVE_GAME"));

    assertThat(log.events()).isEmpty();
    assertThat(log.copies()).isEqualTo(1);
  }

  @Test
  void anUnknownCommandKeepsItsRawMessage() {
    String json = "{\"cmd\":\"BRAND_NEW:1\",\"data\":[1,{\"a\":\"弹\"}]}";
    Unknown unknown = (Unknown) ofText(json).get(0);

    assertThat(unknown.cmd()).isEqualTo("BRAND_NEW");
    assertThat(unknown.origin().raw()).isEqualTo(Raw.json(json));
  }

  @Test
  void everyEventKeepsItsRawMessageWhenAsked() {
    EventLog log = new EventLog(true);
    byte[] gift = Fixtures.read("SEND_GIFT_V2");
    ByteBuffer inABiggerBuffer = ByteBuffer.allocate(gift.length + 10).put(5, gift);
    log.decoder.onMessage(inABiggerBuffer.position(5).limit(5 + gift.length));

    assertThat(log.events()).hasSize(2).allMatch(e -> Raw.json(gift).equals(e.origin().raw()));
  }

  @Test
  void brokenJsonIsMalformedInWords() {
    assertThat(why("{\"cmd\":\"BRAND_NEW\",\"data\":")).startsWith("JSON is broken: ");
    assertThat(why("{\"cmd\":\"BRAND_NEW\"} and more")).startsWith("JSON is broken: ");
    assertThat(why("{\"cmd\":\"BRAND_NEW\"}{}")).isEqualTo("something follows the JSON object");
    assertThat(why("[1]")).isEqualTo("message is no JSON object");
    assertThat(why("")).isEqualTo("message is no JSON object");
    assertThat(why("{\"data\":{}}")).isEqualTo("message has no cmd");
    assertThat(why("{\"cmd\":\"X\",\"data\":" + "[".repeat(100) + "]".repeat(100) + "}"))
        .contains("64");
    assertThat(why("{\"cmd\":\"WATCHED_CHANGE\",\"data\":7}"))
        .isEqualTo("WATCHED_CHANGE has no data");
    assertThat(why("{\"cmd\":\"INTERACT_WORD_V2\",\"data\":{\"pb\":\"[protobuf]\"}}"))
        .startsWith("JSON is broken: ");
    assertThat(why("{\"cmd\":\"INTERACT_WORD_V2\",\"data\":{\"pb\":\"CP//\"}}"))
        .startsWith("protobuf is broken");
  }

  private static String why(String json) {
    List<LiveEvent> events = ofText(json);
    assertThat(events).hasSize(1);
    return ((Malformed) events.get(0)).why();
  }

  @Test
  void amountsThatNobodyCanHavePaidAreNoAmounts() {
    Gift gift =
        (Gift)
            ofText(
                    "{\"cmd\":\"SEND_GIFT\",\"data\":{\"giftId\":1,\"num\":9223372036854775807,"
                        + "\"coin_type\":\"gold\",\"total_coin\":9223372036854775807,"
                        + "\"timestamp\":9223372036854775807}}")
                .get(0);
    assertThat(gift.value()).isNull();
    assertThat(gift.origin().time()).isZero();
  }
}
