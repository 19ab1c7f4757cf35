package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DouyinPageTest {
  private static final String ROOM =
      "{\"roomStore\":{\"other\":[{\"a\":1}],\"roomInfo\":{\"roomId\":\"7600000000000000001\","
          + "\"room\":{\"id_str\":\"7600000000000000001\",\"status_str\":\"2\",\"title\":\"猫 & \\\"狗\\\"\","
          + "\"user_count_str\":\"1.2万\"},\"anchor\":{\"id_str\":\"9\",\"nickname\":\"主播\"}}},"
          + "\"userStore\":{\"odin\":{\"user_unique_id\":\"7312345678901234567\"}}}";

  @Test
  void todaysPageIsReadOutOfItsChunks() {
    DouyinRoomInfo info = DouyinPage.read(page(ROOM)).orElseThrow();
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
    assertThat(DouyinPage.read(html).orElseThrow().isLive()).isTrue();
  }

  @Test
  void thePageOf2022IsUrlEncodedJson() {
    String json = "{\"app\":{\"initialState\":" + ROOM.replace("\"status_str\":\"2\",", "") + "}}";
    String encoded = DouyinQuery.EMPTY.with("x", json).toString().substring(2);
    DouyinRoomInfo info =
        DouyinPage.read(
                "<script id=\"RENDER_DATA\" type=\"application/json\">" + encoded + "</script>")
            .orElseThrow();
    assertThat(info.roomId()).isEqualTo("7600000000000000001");
    assertThat(info.title()).isEqualTo("猫 & \"狗\"");
    assertThat(info.isLive()).isTrue();
  }

  @Test
  void anEndedRoomIsNotLive() {
    String ended = ROOM.replace("\"status_str\":\"2\"", "\"status_str\":\"4\"");
    assertThat(DouyinPage.read(page(ended)).orElseThrow().isLive()).isFalse();
  }

  @Test
  void anAccountThatWasNeverLiveHasAnAnchorOnly() {
    String state =
        "{\"roomStore\":{\"roomInfo\":{\"anchor\":{\"id_str\":\"9\",\"nickname\":\"主播\"}}}}";
    DouyinRoomInfo info = DouyinPage.read(page(state)).orElseThrow();
    assertThat(info.isLive()).isFalse();
    assertThat(info.isSomething()).isTrue();
  }

  @Test
  void aPageWithoutStateSaysNothing() {
    assertThat(DouyinPage.read("")).isEmpty();
    assertThat(DouyinPage.read(DouyinSimulatedPage.verification())).isEmpty();
    assertThat(DouyinPage.read(page("{\"roomStore\":{\"roomInfo\":{}}}"))).isEmpty();
    assertThat(DouyinPage.read(page("{\"roomStore\":{\"roomInfo\":"))).isEmpty();
  }

  @Test
  void everyPrefixOfAPageIsReadOrNot() {
    String html = page(ROOM);
    int found = 0;
    for (int length = 0; length <= html.length(); length++) {
      found += DouyinPage.read(html.substring(0, length)).isPresent() ? 1 : 0;
    }
    assertThat(found).isPositive();
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    assertThat(DouyinPage.read(page("{\"x\":" + "[".repeat(100_000)))).isEmpty();
  }

  @Test
  void webEnterIsReadAndAnEmptyBodySaysNothing() {
    DouyinRoomInfo info =
        DouyinPage.readEnter(
                "{\"data\":{\"data\":[{\"id_str\":\"7600000000000000001\",\"status\":4,\"title\":\"t\"}],"
                    + "\"user\":{\"nickname\":\"主播\"},\"room_status\":2}}")
            .orElseThrow();
    assertThat(info.isLive()).isFalse();
    assertThat(info.status()).isEqualTo(4);
    assertThat(DouyinPage.readEnter("")).isEmpty();
    assertThat(DouyinPage.readEnter("{\"data\":{}}")).isEmpty();
  }

  @Test
  void printedFiguresAreNumbers() {
    assertThat(DouyinNumbers.parse("22164")).hasValue(22_164);
    assertThat(DouyinNumbers.parse("43.6万")).hasValue(436_000);
    assertThat(DouyinNumbers.parse("1.2亿")).hasValue(120_000_000);
    assertThat(DouyinNumbers.parse("9999+")).hasValue(9_999);
    for (String bad : new String[] {"", "万", "-1", "1e9", "1.", "99999999999999999999亿"}) {
      assertThat(DouyinNumbers.parse(bad)).isEqualTo(OptionalLong.empty());
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
