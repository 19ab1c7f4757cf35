package io.github.danmuhub.rule.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private final Parameters parameters =
      new Parameters(
          Map.of(
              "device",
              "laser",
              "angle",
              -30L,
              "smooth",
              true,
              "for",
              Duration.ofSeconds(5),
              "program",
              List.of("echo", "hi"),
              "body",
              Map.of("who", "小明")));

  @Test
  void eachIsReadByItsType() {
    assertThat(parameters.text("device")).isEqualTo("laser");
    assertThat(parameters.whole("angle", 0)).isEqualTo(-30);
    assertThat(parameters.flag("smooth", false)).isTrue();
    assertThat(parameters.duration("for")).isEqualTo(Duration.ofSeconds(5));
    assertThat(parameters.texts("program")).containsExactly("echo", "hi");
    assertThat(parameters.fields("body")).containsEntry("who", "小明");
  }

  @Test
  void whatIsAbsentIsWhatTheSinkSays() {
    assertThat(parameters.text("colour")).isNull();
    assertThat(parameters.text("colour", "red")).isEqualTo("red");
    assertThat(parameters.whole("speed", 7)).isEqualTo(7);
    assertThat(parameters.texts("more")).isEmpty();
    assertThat(parameters.fields("more")).isEmpty();
  }

  @Test
  void theAuditLogGetsPlainJson() {
    assertThat(parameters.toJson().path("for_ms").asLong()).isEqualTo(5_000);
    assertThat(parameters.toJson().path("program").toString()).isEqualTo("[\"echo\",\"hi\"]");
    assertThat(parameters.toJson().path("body").path("who").asText()).isEqualTo("小明");
  }
}
