package io.github.danmuhub.browser.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketMatchTest {
  private static final long LATER = SocketMatch.SETTLED_MS;
  private final SocketMatch match = new SocketMatch();

  @Test
  void theOnlySocketOfAPageIsIt() {
    match.live("a", "ws://a/");
    assertThat(match.url("1", 0)).contains("ws://a/");
    assertThat(match.url("2", 0)).as("there is no other").isEmpty();
  }

  @Test
  void socketsThatGoToOnePlaceNeedNotBeToldApart() {
    match.live("a", "ws://a/");
    match.live("b", "ws://a/");
    assertThat(match.url("1", 0)).contains("ws://a/");
    assertThat(match.url("2", 0)).contains("ws://a/");
  }

  @Test
  void ofSeveralItIsTheOneThatHasHeardTheSame() {
    match.live("a", "ws://a/");
    match.live("b", "ws://b/");
    assertThat(match.url("1", 0)).isEmpty();
    match.heard("1", "x", 10);
    match.told("b", "x");
    assertThat(match.url("1", 10)).as("the other may still be about to tell").isEmpty();
    assertThat(match.url("1", 10 + LATER)).contains("ws://b/");
    assertThat(match.url("2", 10)).as("the one that is left").contains("ws://a/");
  }

  @Test
  void whatSeveralHaveHeardTellsNothingUntilTheyHearOtherThings() {
    match.live("a", "ws://a/");
    match.live("b", "ws://b/");
    match.heard("1", "x", 0);
    match.told("a", "x");
    match.told("b", "x");
    assertThat(match.url("1", LATER)).isEmpty();
    match.heard("1", "x", LATER);
    match.told("a", "x");
    assertThat(match.url("1", 2 * LATER)).as("twice").contains("ws://a/");
  }

  @Test
  void whatWasAnnouncedIsNotLookedFor() {
    match.live("a", "ws://a/");
    match.live("b", "ws://b/");
    match.announced("ws://b/");
    assertThat(match.url("1", 0)).contains("ws://a/");
  }

  @Test
  void contentIsItsKindItsLengthAndAHashOfItsHead() {
    // FNV-1a of "a" is e40c292c
    assertThat(Content.of("a")).isEqualTo("t:1:" + 0xe40c292c);
    assertThat(Content.of(new byte[] {'a'})).isEqualTo("b:1:" + 0xe40c292c);
    assertThat(Content.of("弹".repeat(5_000))).startsWith("t:5000:");
  }
}
