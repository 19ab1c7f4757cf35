package io.github.danmuhub.event.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
  private static final String LIVE =
      "{'v':1,'type':'broadcast','platform':'p','room':'1',"
          + "'received':'2026-11-21T08:00:00.123Z','state':'live'}";

  private static String json(String single) {
    return single.replace('\'', '"');
  }

  @Test
  void theOrderOfTheFieldsDoesNotMatter() throws BadEventException {
    String json =
        "{'state':'live','received':'2026-11-21T08:00:00.123Z','room':'1','platform':'p',"
            + "'type':'broadcast','v':1}";
    assertThat(EventReader.read(json(json)).event())
        .isEqualTo(new Broadcast(Origin.ours("p", "1", 1_795_248_000_123L), Broadcast.State.LIVE));
  }

  @Test
  void unknownFieldsOfAnyTypeAreIgnored() throws BadEventException {
    String more = "{'n':{'raw':[1,null,{}]},'f':1e400,'i':99999999999999999999,'t':true,'z':null,";
    assertThat(EventReader.read(json(LIVE.replace("{", more))))
        .isEqualTo(EventReader.read(json(LIVE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'v':1       | 'v':2        | JSON version 2; this program reads version 1",
        "'v':1       | 'v':'1'      | field 'v' is not a whole number of 64 bits",
        "'v':1       | 'v':1.5      | field 'v' is not a whole number of 64 bits",
        "'v':1       | 'w':1        | field 'v' is missing",
        "'broadcast' | 'nonsense'   | no such type of event: 'nonsense'",
        "'p'         | 7            | field 'platform' is not a string",
        "'p'         | null         | field 'platform' is missing",
        "'live'      | 'dead'       | field 'state' has no such value: 'dead'",
        "'2026-      | '26-         | field 'received' is not a time like 2026-11-21T08:00:00.000Z",
        "'v':1       | 'v':1,'seq':9999999999999999999 | field 'seq' is not a whole number of 64 bits",
        "'v':1       | 'v':1,'history':'yes' | field 'history' is not true or false",
        "'v':1       | 'v':1,'raw_b64':'?'   | field 'raw_b64' is not base64",
      })
  void aFieldThatIsWrongIsNamed(String good, String bad, String why) {
    assertThatThrownBy(() -> EventReader.read(json(LIVE.replace(good, bad))))
        .isInstanceOf(BadEventException.class)
        .hasMessage(why);
  }

  @Test
  void objectsAndListsOfTheWrongTypeAreNamed() {
    String like = LIVE.replace("broadcast", "retract").replace("'state'", "'ids':[1],'state'");
    assertThatThrownBy(() -> EventReader.read(json(like)))
        .isInstanceOf(BadEventException.class)
        .hasMessage("field 'ids' is not strings");
    assertThatThrownBy(() -> EventReader.read(json(like.replace("[1]", "{}"))))
        .hasMessage("field 'ids' is not an array");
    assertThatThrownBy(() -> EventReader.read(json(like.replace("'ids':[1]", "'user':[]"))))
        .hasMessage("field 'user' is not an object");
    String chat =
        LIVE.replace("broadcast", "chat").replace("'state'", "'user':{'level':3000000000},'state'");
    assertThatThrownBy(() -> EventReader.read(json(chat)))
        .hasMessage("field 'level' is too large: 3000000000");
  }

  @Test
  void whatIsNotOneJsonObjectIsRefused() {
    assertBad("", "not a JSON object");
    assertBad("[]", "not a JSON object");
    assertBad(json(LIVE) + "{}", "something follows the JSON object");
    assertThatThrownBy(() -> EventReader.read(json(LIVE).substring(0, 60)))
        .isInstanceOf(BadEventException.class)
        .hasMessageStartingWith("not JSON: ");
    assertThatThrownBy(() -> EventReader.read(json(LIVE).getBytes(UTF_16LE)))
        .isInstanceOf(BadEventException.class)
        .hasMessage("not UTF-8");
  }

  private static void assertBad(String json, String why) {
    assertThatThrownBy(() -> EventReader.read(json))
        .isInstanceOf(BadEventException.class)
        .hasMessage(why);
  }

  @Test
  void nestingIsBounded() {
    String deep = "{\"x\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> EventReader.read(deep.getBytes(UTF_8)))
        .isInstanceOf(BadEventException.class)
        .hasMessageContaining("nesting depth");
  }
}
