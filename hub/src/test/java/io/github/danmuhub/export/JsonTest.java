package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;
  private static final List<LiveEvent> EVENTS =
      List.of(
          chat(0, 1, "一"),
          gift(500, 8, "花", 3, 300),
          new Chat(
              origin(1_500),
              user(2),
              "二",
              new Chat.Style(0xff, Chat.Mode.BOTTOM),
              Chat.Pictures.NONE,
              null,
              0));

  @Test
  void dplayerGetsWhatItsServerWouldAnswer() {
    assertThat(Exported.text(EVENTS, "json-dplayer", PLAIN))
        .isEqualTo(
            """
            {"code":0,"data":[
            [0.0,0,16777215,"user 1","一"],
            [1.5,2,255,"user 2","二"]
            ]}
            """);
  }

  @Test
  void artplayerGetsItsArray() {
    assertThat(Exported.text(EVENTS, "json-artplayer", PLAIN))
        .isEqualTo(
            """
            [
            {"text":"一","time":0.0,"mode":0,"color":"#FFFFFF"},
            {"text":"二","time":1.5,"mode":2,"color":"#0000FF"}
            ]
            """);
  }

  @Test
  void everyHostileNameIsReadBack() throws IOException {
    List<Chat> events = Hostile.NAMES.stream().map(name -> chat(0, name, name)).toList();
    ObjectMapper mapper = new ObjectMapper();
    JsonNode dplayer = mapper.readTree(Exported.text(events, "json-dplayer", PLAIN)).get("data");
    JsonNode artplayer = mapper.readTree(Exported.text(events, "json-artplayer", PLAIN));
    for (int i = 0; i < events.size(); i++) {
      String clean = CleanText.of(Hostile.NAMES.get(i));
      assertThat(shown(dplayer.get(i).get(3).asText())).isEqualTo(clean);
      assertThat(shown(dplayer.get(i).get(4).asText())).isEqualTo(clean);
      assertThat(artplayer.get(i).get("text").asText()).isEqualTo(clean);
    }
  }

  /** What a browser shows of HTML that is nothing but text; refuses what is more. */
  private static String shown(String html) {
    assertThat(html).doesNotContain("<", ">", "\"", "'");
    Matcher entity = Pattern.compile("&(?:(amp|lt|gt|quot)|#(\\d+));|&").matcher(html);
    return entity.replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult entity) {
    if (entity.group(2) != null) {
      return Character.toString(Integer.parseInt(entity.group(2)));
    }
    Map<String, String> named = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");
    return named.getOrDefault(entity.group(1), "a bare ampersand");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Hostile.texts();
  }

  @Property(tries = 300)
  void dplayerShowsWhatWasSaidAndRunsNothing(@ForAll("hostile") String text) throws IOException {
    String json = Exported.text(List.of(chat(0, "n" + text, text)), "json-dplayer", PLAIN);
    JsonNode line = new ObjectMapper().readTree(json).get("data").get(0);
    assertThat(shown(line.get(3).asText())).isEqualTo(CleanText.of("n" + text));
    assertThat(shown(line.get(4).asText())).isEqualTo(CleanText.of(text));
  }
}
