package io.github.danmuhub.device.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  @Test
  void homeAssistantIsOfferedStateStopAndDisarmAndNothingElse() throws Exception {
    Discovery discovery = new Discovery("toy", "danmu/toy");
    JsonNode json = new JsonMapper().readTree(discovery.text());
    assertThat(discovery.where()).isEqualTo("homeassistant/device/danmu_toy/config");
    assertThat(json.path("cmps").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("state", "stop", "disarm");
    assertThat(json.path("cmps").path("stop").path("cmd_t").asText()).isEqualTo("danmu/toy/stop");
    assertThat(json.path("cmps").findValuesAsText("cmd_t"))
        .containsExactlyInAnyOrder("danmu/toy/stop", "danmu/toy/hub/disarm");
    assertThat(json.path("o").path("name").asText()).isEqualTo("Danmu Hub");
    for (JsonNode part : json.path("cmps")) {
      assertThat(part.path("unique_id").asText()).startsWith("danmu_toy_");
    }
  }
}
