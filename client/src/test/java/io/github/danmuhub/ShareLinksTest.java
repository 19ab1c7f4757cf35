package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.huya.Huya;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareLinksTest {
  private static final String REFLOW =
      "https://webcast.amemv.com/douyin/webcast/reflow/7318296342189919011?u_code=l1j9&did=MS4w";
  private static final String OWNER =
      "{\"data\":{\"room\":{\"id_str\":\"7318\",\"owner\":{\"web_rid\":\"80017709309\"}}}}";

  private final Map<String, HttpReply> answers = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final ShareLinks links =
      new ShareLinks(
          new RoomNames(List.of(new Bilibili(), new Douyin(), new Huya())), this::answer);

  private CompletionStage<HttpReply> answer(HttpCall call) {
    String url = call.uri().getHost() + call.uri().getPath();
    asked.add(url);
    HttpReply reply = answers.get(url);
    return reply == null
        ? CompletableFuture.failedStage(new IOException("no route to host"))
        : CompletableFuture.completedStage(reply);
  }

  private void redirect(String url, String location) {
    answers.put(url, new HttpReply(302, Headers.of("Location", location), Raw.NOTHING));
  }

  private String find(String pasted) {
    return links.find(pasted).toCompletableFuture().join().room().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://b23.tv/Ab3dE9",
        "【云逗猫的直播间】https://b23.tv/Ab3dE9 快来",
        "http://b23.tv/Ab3dE9，点击链接"
      })
  void aLinkOfBilibilisAppIsOneRedirect(String pasted) {
    redirect("b23.tv/Ab3dE9", "https://live.bilibili.com/545068?broadcast_type=0&share_medium=ios");

    assertThat(find(pasted)).isEqualTo("bilibili:545068");
    assertThat(asked).containsExactly("b23.tv/Ab3dE9");
  }

  @Test
  void aLinkOfDouyinsAppNamesABroadcastAndThatItsRoom() {
    redirect("v.douyin.com/iRNBho6u/", REFLOW);
    answers.put(
        "webcast.amemv.com/webcast/room/reflow/info/",
        HttpReply.of(200, "application/json", OWNER));
    String shared =
        "2- #在抖音，记录美好生活#【猫】正在直播，来和我一起支持Ta吧。复制下方链接，打开【抖音】 https://v.douyin.com/iRNBho6u/ 直接观看";

    assertThat(find(shared)).isEqualTo("douyin:80017709309");
    assertThat(asked).hasSize(2);
    assertThat(find(REFLOW)).isEqualTo("douyin:80017709309");
  }

  @Test
  void aLinkThatLeadsToTheRoomsOwnPageIsAskedOnce() {
    redirect(
        "v.douyin.com/iRNBho6u/",
        "https://live.douyin.com/775841227732?room_id=7318296342189919011&enter_from_merge=web");

    assertThat(find("https://v.douyin.com/iRNBho6u/")).isEqualTo("douyin:775841227732");
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "看 https://live.bilibili.com/6?from=share，有猫, bilibili:6",
    "https://www.huya.com/lpl 和 https://v.douyin.com/abc/, huya:lpl",
    "douyin:80017709309, douyin:80017709309"
  })
  void aRoomsOwnUrlInATextIsReadWithoutAsking(String pasted, String room) {
    assertThat(find(pasted)).isEqualTo(room);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/545068",
        "https://live.bilibili.com.evil.example/545068",
        "http://127.0.0.1:80/545068",
        "https://live.douyin.com/80017709309",
        "file:///etc/passwd",
        "https://www.bilibili.com/video/BV1xx411c7mD"
      })
  void aLinkThatLeadsElsewhereIsNotFollowed(String elsewhere) {
    redirect("b23.tv/evil", elsewhere);

    assertThatThrownBy(() -> find("https://b23.tv/evil"))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b23.tv leads to no live room (HTTP 302)");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aLinkThatGoesInCirclesEnds() {
    redirect("v.douyin.com/a/", "https://v.douyin.com/a/");

    assertThatThrownBy(() -> find("https://v.douyin.com/a/"))
        .rootCause()
        .hasMessageContaining("302");
    assertThat(asked).hasSize(2);
  }

  @Test
  void whereNobodyAnswersThatIsSaid() {
    assertThatThrownBy(() -> find("https://b23.tv/gone"))
        .rootCause()
        .hasMessageContaining("no answer: no route to host");
  }

  @Test
  void whatIsNoRoomAtAllIsRefusedWithoutAsking() {
    assertThatThrownBy(() -> find("21452505")).hasMessageContaining("write PLATFORM:ROOM");
    assertThat(asked).isEmpty();
  }
}
