package io.github.danmuhub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.bilibili.Bilibili;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotSettingsTest {
  private final Platform platform = new Bilibili();

  @Test
  void whatIsNotSetIsThePlatformsOwn() {
    assertThat(SlotSettings.limits(platform, Map.of())).isEqualTo(platform.limits());
  }

  @Test
  void attemptsAreSpreadOverTheMinute() {
    Limits limits = SlotSettings.limits(platform, Map.of("connects-per-minute", "120"));

    assertThat(limits.intervalMs()).isEqualTo(500);
    assertThat(limits.roomsAnAccount()).isEqualTo(platform.limits().roomsAnAccount());
  }

  @Test
  void aPlatformDoesNotSeeThem() {
    assertThat(
            SlotSettings.own(
                Map.of("connects-per-minute", "1", "rooms-per-address", "2", "url", "x")))
        .containsOnlyKeys("url");
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertThatThrownBy(() -> SlotSettings.limits(platform, Map.of("connects-per-minute", "many")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("connects-per-minute");
  }
}
