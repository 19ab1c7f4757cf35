package io.github.danmuhub.platform.bilibili.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The vectors are published by the API's students; see the platform's package-info. */
class BilibiliWbiTest {
  private static final String IMG = "7cd084941338484aae1ad9425b84077c";
  private static final String SUB = "4932caff0ff746eab6f01bf08b70ac45";

  @Test
  void theKeysAreMixedByTheTable() {
    assertThat(BilibiliWbi.mixin(IMG, SUB)).isEqualTo("ea1db124af3c7062474693fa704f4ff8");
  }

  @Test
  void aSortedQueryIsSigned() {
    assertThat(sign(Map.of("foo", "114", "zab", "1919810", "bar", "514"), 1702204169))
        .isEqualTo(
            "bar=514&foo=114&wts=1702204169&zab=1919810"
                + "&w_rid=8f6f2b5b3d485fe1886cec6a0be8c5d4");
  }

  @Test
  void theLookupOfTheSocketServersIsSigned() {
    assertThat(sign(Map.of("id", "5553263", "type", "0"), 1776925721))
        .endsWith("&w_rid=2662a4f8479c442aa069cef32d60394b");
  }

  @Test
  void chineseAndSpacesArePercentEncoded() {
    assertThat(sign(Map.of("foo", "one one four", "bar", "五一四", "baz", "1919810"), 1702204169))
        .isEqualTo(
            "bar=%E4%BA%94%E4%B8%80%E5%9B%9B&baz=1919810&foo=one%20one%20four&wts=1702204169"
                + "&w_rid=04e50b58980e3e3cee8cbc0cc4c1c530");
  }

  @Test
  void charactersThatTheSiteStripsAreStripped() {
    assertThat(sign(Map.of("foo", "o'n(e) !*"), 1)).startsWith("foo=one%20&wts=1&");
  }

  private static String sign(Map<String, String> params, long seconds) {
    return BilibiliWbi.sign(new TreeMap<>(params), IMG, SUB, seconds);
  }
}
