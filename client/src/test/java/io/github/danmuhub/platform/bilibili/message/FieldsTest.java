package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Notice;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Single fields that messages tell in other ways than their neighbours do: one message a line. */
class FieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyMessageTellsItsFields() {
    return Fixtures.lines("/bilibili-fields.jsonl").stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("message").get("cmd").asText() + " " + line.get("events").get(0),
                    () ->
                        Expected.becomes(
                            JSON.writeValueAsBytes(line.get("message")), line.get("events"))));
  }

  @Test
  void anEffectWithoutWordsIsNone() {
    String entry = "{\"cmd\":\"ENTRY_EFFECT\",\"data\":{\"uid\":7,\"copy_writing\":\" <%%> \"}}";
    Enter enter = (Enter) EventLog.of(entry.getBytes(UTF_8)).get(0);
    assertThat(enter.effect()).isNull();
    assertThat(enter.user().name()).isNull();
  }

  @Test
  void aPocketOfWhichNotAllWinnersAreToldHasNoValue() {
    String list =
        "{\"cmd\":\"POPULARITY_RED_POCKET_WINNER_LIST\",\"data\":{\"total_num\":2,"
            + "\"winner_info\":[[7,\"甲\",1,101]],\"awards\":{\"101\":{\"award_price\":500}}}}";
    Lottery lottery = (Lottery) EventLog.of(list.getBytes(UTF_8)).get(0);
    assertThat(lottery.prize().value()).isNull();
  }

  @Test
  void whatManyDoIsToldAtFirstWhenItHasDoubledAndAtItsEnd() {
    EventLog log = new EventLog();
    for (int count : new int[] {1, 2, 3, 4, 5, 6, 7, 8}) {
      press(log, 4, count);
    }
    press(log, 5, 9);
    assertThat(log.events())
        .extracting(event -> ((Notice) event).text())
        .isEqualTo(List.of("1人在投喂", "2人在投喂", "4人在投喂", "8人在投喂", "9人在投喂"));
  }

  private static void press(EventLog log, int status, int count) {
    String message =
        "{\"cmd\":\"DM_INTERACTION\",\"data\":{\"id\":1,\"status\":%d,\"type\":104,"
            + "\"data\":\"{\\\"cnt\\\":%d,\\\"suffix_text\\\":\\\"人在投喂\\\"}\"}}";
    byte[] json = message.formatted(status, count).getBytes(UTF_8);
    log.decoder.onMessage(ByteBuffer.wrap(json));
  }
}
