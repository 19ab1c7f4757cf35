package io.github.danmuhub.platform.bilibili.message;

import static io.github.danmuhub.platform.bilibili.message.EventLog.ofText;
import static io.github.danmuhub.platform.bilibili.message.EventLog.only;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that were once read wrongly: each as its message tells it. */
class BilibiliValuesTest {

  @Test
  void aColourThatCannotBeReadIsNoneAndNotWhite() {
    String chat = "{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,%s,1700000000000],\"hi\",[7,\"小明\"]]}";
    assertThat(ofText(chat.formatted("16777215")))
        .singleElement()
        .hasFieldOrPropertyWithValue("color", 0xffffff);
    assertThat(ofText(chat.formatted("{}")))
        .singleElement()
        .hasFieldOrPropertyWithValue("color", Chat.NO_COLOR);
  }

  @Test
  void blackIsAColourAndSoIsAnOpaqueOneButNothingElseAboveWhite() {
    String chat = "{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,%s,1700000000000],\"hi\",[7,\"小明\"]]}";
    Map.of(
            "0",
            0,
            "4294901760",
            0xff0000,
            "4278190080",
            0,
            "16777216",
            Chat.NO_COLOR,
            "4294967296",
            Chat.NO_COLOR,
            "-5",
            Chat.NO_COLOR)
        .forEach(
            (color, expected) ->
                assertThat(ofText(chat.formatted(color)))
                    .as(color)
                    .singleElement()
                    .hasFieldOrPropertyWithValue("color", expected));
  }

  @Test
  void theTextOfAPositionedChatIsTheOneInItsArray() {
    String chat = "{\"cmd\":\"DANMU_MSG\",\"info\":[[0,7,25,0,1700000000000],%s,[7,\"小明\"]]}";
    String array = "\"[0.3,0.4,\\\"1-1\\\",3,\\\"有什么爱好\\\",0,0]\"";
    assertThat(ofText(chat.formatted(array)))
        .singleElement()
        .hasFieldOrPropertyWithValue("text", "有什么爱好");
    for (String plain : List.of("hi", "[1,2", "[]", "{}")) {
      assertThat(ofText(chat.formatted("\"" + plain + "\"")))
          .singleElement()
          .hasFieldOrPropertyWithValue("text", plain);
    }
  }

  @Test
  void aTimeIsReadWhateverItIsCountedIn() {
    String chat = "{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,0,%s],\"hi\",[7,\"小明\"]]}";
    for (String time :
        List.of("1700000000", "1700000000000", "1700000000000000", "1700000000000000000")) {
      assertThat(ofText(chat.formatted(time)).get(0).origin().time()).isEqualTo(1_700_000_000_000L);
    }
  }

  @Test
  void aComboCountsGiftsAndNotPresses() {
    String gift =
        "{\"cmd\":\"SEND_GIFT\",\"data\":{\"giftId\":1,\"num\":1500,\"uid\":7,\"batch_combo_id\":\"c\","
            + "\"super_batch_gift_num\":2,\"combo_total_coin\":300000,\"discount_price\":100,\"price\":100,"
            + "\"coin_type\":\"gold\",\"total_coin\":150000}}";
    String end =
        "{\"cmd\":\"COMBO_SEND\",\"data\":{\"gift_id\":1,\"uid\":7,\"batch_combo_id\":\"c\","
            + "\"batch_combo_num\":2,\"combo_num\":3000,\"gift_num\":0,\"total_num\":3000}}";
    assertThat(((Gift) ofText(gift).get(0)).combo()).isEqualTo(new Gift.Combo("c", 3000, false));
    assertThat(((Gift) ofText(end).get(0)).combo()).isEqualTo(new Gift.Combo("c", 3000, true));
  }

  @Test
  void theSameGiftsAgainAreDroppedButNoneOfThoseInOneMessage() {
    byte[] message = Fixtures.read("SEND_GIFT_V2_one_transaction");
    EventLog log = new EventLog();
    log.decoder.onMessage(ByteBuffer.wrap(message));
    log.decoder.onMessage(ByteBuffer.wrap(message));
    assertThat(log.events()).extracting(e -> e.origin().id()).containsExactly("T", "T#2");
  }

  @Test
  void aBadgeIsThatOfTheNewerPartAndItsRoomIsThisOneWhereItIsTheAnchors() {
    String chat =
        "{\"cmd\":\"SEND_GIFT\",\"data\":{\"giftId\":1,\"uid\":7,\"medal_info\":{\"medal_name\":\"旧\","
            + "\"medal_level\":3,\"anchor_roomid\":9},\"sender_uinfo\":{\"medal\":{\"name\":\"新\","
            + "\"level\":8,\"ruid\":66}}}}";
    EventLog log = new EventLog();
    log.decoder.onMessage(ByteBuffer.wrap(chat.getBytes(UTF_8)));
    log.decoder.anchor("66");
    log.decoder.onMessage(ByteBuffer.wrap(chat.getBytes(UTF_8)));
    assertThat(log.events())
        .extracting(e -> ((Gift) e).user().badge())
        .containsExactly(new Badge("新", 8, null), new Badge("新", 8, "545068"));
  }

  @Test
  void theKindOfAMembershipIsWhatViewersRead() {
    String toast =
        "{\"cmd\":\"USER_TOAST_MSG\",\"data\":{\"guard_level\":3,\"uid\":7,\"num\":7,\"unit\":\"天\","
            + "\"op_type\":%d,\"toast_msg\":\"<%%开通%%>%s\"}}";
    assertThat(ofText(toast.formatted(1, " 续费了主播的舰长")).get(0))
        .hasFieldOrPropertyWithValue("kind", Membership.Kind.RENEW)
        .hasFieldOrPropertyWithValue("term", Membership.Term.days(7));
    assertThat(ofText(toast.formatted(2, " 在续费的直播间开通了舰长")).get(0))
        .hasFieldOrPropertyWithValue("kind", Membership.Kind.NEW);
    assertThat(ofText(toast.formatted(1, " 被赠送了舰长")).get(0))
        .hasFieldOrPropertyWithValue("kind", Membership.Kind.GIFT);
    assertThat(ofText(toast.formatted(2, "")).get(0))
        .hasFieldOrPropertyWithValue("kind", Membership.Kind.RENEW);
  }

  @Test
  void packedDataMayStandOneLevelDeeper() {
    String flat = new String(Fixtures.read("SEND_GIFT_V2_one_transaction"), UTF_8);
    String deep = flat.replace("\"data\":{", "\"data\":{\"data\":{").replace("}}", "}}}");
    assertThat(ofText(deep)).isEqualTo(ofText(flat)).hasSize(2);
  }

  @Test
  void aNameThatIsCutIsNoName() {
    String entry =
        "{\"cmd\":\"ENTRY_EFFECT\",\"data\":{\"uid\":7,\"copy_writing\":\"<%%%s%%> 来了\"}}";
    assertThat(ofText(entry.formatted("小明")).get(0).user()).isEqualTo(User.of("7", "小明"));
    assertThat(ofText(entry.formatted("小…")).get(0).user()).isEqualTo(User.of("7", null));
    assertThat(ofText(entry.formatted("小...")).get(0).user()).isEqualTo(User.of("7", null));
  }

  @Test
  void aRedPocketIsWorthItsPriceOrItsPrizes() {
    assertThat(only("POPULARITY_RED_POCKET_NEW", Lottery.class).prize().value())
        .isEqualTo(new Money(2_000, "CNY"));
  }

  @Test
  void noMoreThanAThousandIdsOfADeletionAreRead() {
    String ids = "1,".repeat(4_999) + "2";
    String deletion = "{\"cmd\":\"SUPER_CHAT_MESSAGE_DELETE\",\"data\":{\"ids\":[" + ids + "]}}";
    assertThat(((Retract) ofText(deletion).get(0)).ids()).hasSize(1_000);
  }
}
