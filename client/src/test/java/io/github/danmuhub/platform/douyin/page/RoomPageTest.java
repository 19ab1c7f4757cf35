package io.github.danmuhub.platform.douyin.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.douyin.packet.PrintedNumber;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.platform.http.Query;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RoomPageTest {
  private static final String ROOM =
      "{\"roomStore\":{\"other\":[{\"a\":1}],\"roomInfo\":{\"roomId\":\"7600000000000000001\","
          + "\"room\":{\"id_str\":\"7600000000000000001\",\"status_str\":\"2\",\"title\":\"猫 & \\\"狗\\\"\","
          + "\"user_count_str\":\"1.2万\"},\"anchor\":{\"id_str\":\"9\",\"nickname\":\"主播\"}}},"
          + "\"userStore\":{\"odin\":{\"user_unique_id\":\"7312345678901234567\"}}}";

  @Test
  void todaysPageIsReadOutOfItsChunks() {
    RoomInfo info = RoomPage.read(page(ROOM)).orElseThrow();
    assertThat(info.roomId()).isEqualTo("7600000000000000001");
    assertThat(info.isLive()).isTrue();
    assertThat(info.title()).isEqualTo("猫 & \"狗\"");
    assertThat(info.anchorName()).isEqualTo("主播");
    assertThat(info.userCount()).isEqualTo("1.2万");
    assertThat(info.userUniqueId()).isEqualTo("7312345678901234567");
  }

  @Test
  void aStateCutBetweenTwoChunksIsReadToo() {
    String literal = literal(ROOM);
    int middle = literal.indexOf("roomInfo") + 4;
    String html =
        "<script>self.__pace_f.push([1,\""
            + literal.substring(0, middle)
            + "\"])</script>"
            + "<script>self.__pace_f.push([1,\""
            + literal.substring(middle)
            + "\"])</script>";
    assertThat(RoomPage.read(html).orElseThrow().isLive()).isTrue();
  }

  @Test
  void webEnterNamesABroadcastThatHasEndedToo() {
    String ended =
        "{\"data\":{\"data\":[],\"enter_room_id\":\"7600000000000000001\",\"room_status\":2}}";
    assertThat(RoomPage.readEnter(ended).orElseThrow().isLive()).isFalse();
    assertThat(RoomPage.readEnter(ended.replace(":2}", ":0}")).orElseThrow().isLive()).isTrue();
  }

  @Test
  void thePageOf2022IsUrlEncodedJson() {
    String json = "{\"app\":{\"initialState\":" + ROOM.replace("\"status_str\":\"2\",", "") + "}}";
    String encoded = Query.EMPTY.with("x", json).toString().substring(2);
    RoomInfo info =
        RoomPage.read(
                "<script id=\"RENDER_DATA\" type=\"application/json\">" + encoded + "</script>")
            .orElseThrow();
    assertThat(info.roomId()).isEqualTo("7600000000000000001");
    assertThat(info.title()).isEqualTo("猫 & \"狗\"");
    assertThat(info.isLive()).isTrue();
  }

  @Test
  void anEndedRoomIsNotLive() {
    String ended = ROOM.replace("\"status_str\":\"2\"", "\"status_str\":\"4\"");
    assertThat(RoomPage.read(page(ended)).orElseThrow().isLive()).isFalse();
  }

  @Test
  void anAccountThatWasNeverLiveHasAnAnchorOnly() {
    String state =
        "{\"roomStore\":{\"roomInfo\":{\"anchor\":{\"id_str\":\"9\",\"nickname\":\"主播\"}}}}";
    RoomInfo info = RoomPage.read(page(state)).orElseThrow();
    assertThat(info.isLive()).isFalse();
    assertThat(info.isSomething()).isTrue();
  }

  @Test
  void aPageWithoutStateSaysNothing() {
    assertThat(RoomPage.read("")).isEmpty();
    assertThat(RoomPage.read(Simulated.verification())).isEmpty();
    assertThat(RoomPage.read(page("{\"roomStore\":{\"roomInfo\":{}}}"))).isEmpty();
    assertThat(RoomPage.read(page("{\"roomStore\":{\"roomInfo\":"))).isEmpty();
  }

  @Test
  void everyPrefixOfAPageIsReadOrNot() {
    String html = page(ROOM);
    int found = 0;
    for (int length = 0; length <= html.length(); length++) {
      found += RoomPage.read(html.substring(0, length)).isPresent() ? 1 : 0;
    }
    assertThat(found).isPositive();
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    assertThat(RoomPage.read(page("{\"x\":" + "[".repeat(100_000)))).isEmpty();
  }

  @Test
  void webEnterIsReadAndAnEmptyBodySaysNothing() {
    RoomInfo info =
        RoomPage.readEnter(
                "{\"data\":{\"data\":[{\"id_str\":\"7600000000000000001\",\"status\":4,\"title\":\"t\"}],"
                    + "\"user\":{\"nickname\":\"主播\"},\"room_status\":2}}")
            .orElseThrow();
    assertThat(info.isLive()).isFalse();
    assertThat(info.status()).isEqualTo(4);
    assertThat(RoomPage.readEnter("")).isEmpty();
    assertThat(RoomPage.readEnter("{\"data\":{}}")).isEmpty();
  }

  @Test
  void printedFiguresAreNumbers() {
    assertThat(PrintedNumber.parse("22164")).hasValue(22_164);
    assertThat(PrintedNumber.parse("43.6万")).hasValue(436_000);
    assertThat(PrintedNumber.parse("1.2亿")).hasValue(120_000_000);
    assertThat(PrintedNumber.parse("9999+")).hasValue(9_999);
    for (String bad : new String[] {"", "万", "-1", "1e9", "1.", "99999999999999999999亿"}) {
      assertThat(PrintedNumber.parse(bad)).isEqualTo(OptionalLong.empty());
    }
  }

  private static String page(String state) {
    return "<html><script nonce=\"x\">self.__pace_f.push([1,\"a:1\\n\"])</script>"
        + "<script nonce=\"x\">self.__pace_f.push([1,\""
        + literal(state)
        + "\"])</script></html>";
  }

  private static String literal(String state) {
    return ("c:[\"$\",\"$L11\",null,{\"state\":" + state + "}]")
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "\\u0026");
  }
}
