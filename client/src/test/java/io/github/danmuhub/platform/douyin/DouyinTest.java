package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.RoomRef;
import org.junit.jupiter.api.Test;

class DouyinTest {
  private final Douyin douyin = new Douyin();

  @Test
  void roomsAreNamedByNumberHandleOrUrl() {
    for (String text :
        new String[] {
          "80017709309",
          " https://live.douyin.com/80017709309 ",
          "live.douyin.com/80017709309/",
          "https://live.douyin.com/80017709309?enter_from_merge=web_live&x=1#y",
          "https://www.douyin.com/follow/live/80017709309",
          "https://www.douyin.com/root/live/80017709309?a=b"
        }) {
      assertThat(douyin.parse(text)).as(text).hasValue(new RoomRef("douyin", "80017709309"));
    }
    assertThat(douyin.parse("cat_teaser-1")).hasValue(new RoomRef("douyin", "cat_teaser-1"));
  }

  @Test
  void whatIsNoRoomOfDouyinIsNotTaken() {
    for (String text :
        new String[] {
          "",
          "https://live.bilibili.com/21452505",
          "https://live.douyin.com/",
          "https://live.douyin.com/webcast/im/fetch/",
          "https://live.douyin.com.evil.example/1",
          "https://www.douyin.com/video/1",
          "a b",
          "猫"
        }) {
      assertThat(douyin.parse(text)).as(text).isEmpty();
    }
  }
}
