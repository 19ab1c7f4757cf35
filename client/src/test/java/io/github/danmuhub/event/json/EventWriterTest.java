package io.github.danmuhub.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import org.junit.jupiter.api.Test;

class EventWriterTest {
  private static final Origin ORIGIN = Origin.ours("bilibili", "1", 1_795_248_000_123L);

  private static String write(LiveEvent event) {
    return new String(EventWriter.write(event), UTF_8);
  }

  @Test
  void theFieldsStandInTheOrderOfTheDesign() {
    LiveEvent chat = EventExamples.full().get(0);
    assertThat(new String(EventWriter.write(new Numbered(9, chat)), UTF_8))
        .isEqualTo(
            """
            {"v":1,"type":"chat","platform":"bilibili","room":"21452505","id":"m1#2",\
            "time":"2026-11-21T08:00:00.116Z","received":"2026-11-21T08:00:00.123Z","seq":9,\
            "history":true,"user":{"id":"9007199254740993","name":"安",\
            "avatar":"https://example.org/a.png",\
            "badge":{"name":"猫","level":21,"room":"545068"},\
            "roles":["anchor","moderator","member"],"level":40},\
            "text":"左[妙] 😀","color":"#00FF7F","mode":"top",\
            "emotes":[{"key":"[妙]","url":"https://example.org/e.png"}],\
            "image":"https://example.org/i.png","reply_to":{"id":"7","name":"Bo"},"repeated":3,\
            "raw":{"a":[1,2]}}""");
  }

  @Test
  void whatIsAbsentIsLeftOut() {
    assertThat(write(Chat.of(ORIGIN, User.of("7", null), "hi")))
        .isEqualTo(
            """
            {"v":1,"type":"chat","platform":"bilibili","room":"1",\
            "received":"2026-11-21T08:00:00.123Z","user":{"id":"7"},"text":"hi",\
            "mode":"scroll"}""");
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() {
    assertThat(write(Chat.of(ORIGIN, User.of(null, "\uD83D"), "a\uDE00b\uD83D")))
        .contains("\"name\":\"\uFFFD\"", "\"text\":\"a\uFFFDb\uFFFD\"");
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(write(Chat.of(ORIGIN, User.of(null, null), "\0\n\u001B\"\\")))
        .contains("\"text\":\"\\u0000\\n\\u001B\\\"\\\\\"");
  }

  @Test
  void aRawMessageOfSeveralLinesIsWrittenOnOne() {
    LiveEvent event = new Unknown(ORIGIN.withRaw(Raw.json("{\r\n \"a\": \"\\n\"\n}")), "X");
    assertThat(write(event)).endsWith("\"raw\":{   \"a\": \"\\n\" }}");
  }

  @Test
  void aPlatformTimeThatNoDateCanSayIsLeftOut() {
    Origin origin = new Origin("p", "1", null, Long.MAX_VALUE, Long.MAX_VALUE, false, null);
    assertThat(write(Chat.of(origin, User.of(null, null), "")))
        .doesNotContain("\"time\"")
        .contains("\"received\":\"9999-12-31T23:59:59.999Z\"");
  }
}
