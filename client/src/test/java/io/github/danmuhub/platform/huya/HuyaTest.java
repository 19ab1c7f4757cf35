package io.github.danmuhub.platform.huya;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.RoomRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuyaTest {
  private final Huya huya = new Huya();

  @ParameterizedTest
  @CsvSource({
    "lpl, lpl",
    "660527, 660527",
    "https://www.huya.com/lpl, lpl",
    "https://www.huya.com/lpl?from=index#chat, lpl",
    "http://m.huya.com/660527/, 660527",
    "m.huya.com/lpl, lpl",
    "HUYA.com/lpl, lpl"
  })
  void aRoomIsANameANumberOrAUrl(String written, String room) {
    assertThat(huya.parse(written)).contains(new RoomRef("huya", room));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://live.bilibili.com/6",
        "https://live.douyin.com/80017709309",
        "https://www.huya.com/g/lol",
        "https://www.huya.com/g",
        "https://www.huya.com/",
        "https://huya.com.example.org/lpl",
        "https://nothuya.com/lpl",
        "http://wsapi.huya.com/lpl",
        "a b",
        ""
      })
  void whatIsNotItsOwnIsRefused(String written) {
    assertThat(huya.parse(written)).isEmpty();
  }
}
