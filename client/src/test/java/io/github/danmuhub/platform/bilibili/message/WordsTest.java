package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Battle.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Unknown;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What commands for people become: one message a line, with what it must be. */
class WordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyMessageBecomesWhatPlayersShow() {
    return Fixtures.worded().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("message").get("cmd").asText(),
                    () ->
                        Expected.becomes(
                            JSON.writeValueAsBytes(line.get("message")), line.get("events"))));
  }

  @Test
  void everyRowOfTheTableHasALine() {
    Set<String> without = new HashSet<>(NoticeTable.TABLE.keySet());
    for (JsonNode line : Fixtures.worded()) {
      without.remove(line.get("message").get("cmd").asText());
    }
    assertThat(without).isEmpty();
  }

  @Test
  void withoutWordsAMessageIsPassedOnAsItIs() {
    for (String cmd : NoticeTable.TABLE.keySet()) {
      assertThat(of("{\"cmd\":\"" + cmd + "\",\"data\":{\"status\":1}}"))
          .as(cmd)
          .hasSize(1)
          .hasOnlyElementsOfType(Unknown.class);
    }
  }

  @Test
  void aPlaceIsNotGuessedAndAVoteWithoutAQuestionIsNone() {
    assertThat(of("{\"cmd\":\"POPULAR_RANK_CHANGED\",\"data\":{\"uid\":1}}").get(0))
        .isInstanceOf(Unknown.class);
    assertThat(of("{\"cmd\":\"DM_INTERACTION\",\"data\":{\"data\":\"{\"}}").get(0))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void whatABattleSaysTwiceIsToldOnce() {
    EventLog log = new EventLog();
    for (JsonNode line : Fixtures.worded()) {
      if (line.get("message").get("cmd").asText().startsWith("PK_BATTLE_")) {
        byte[] message = line.get("message").toString().getBytes(UTF_8);
        log.decoder.onMessage(ByteBuffer.wrap(message));
      }
    }
    assertThat(log.events())
        .filteredOn(Battle.class::isInstance)
        .extracting(e -> ((Battle) e).state())
        .containsExactly(State.START, State.START, State.PROGRESS, State.PROGRESS, State.END);
  }

  private static List<LiveEvent> of(String json) {
    return EventLog.of(json.getBytes(UTF_8));
  }
}
