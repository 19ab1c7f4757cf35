package io.github.danmuhub.rule.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: hunter2",
        "password:\n  hunter2",
        "webhook_secret: |\n  hunter2",
        "fields: {token: hunter2, a: b}",
        "{\"api_key\": \"hunter2 hunter2\"}",
        "'apikey=hunter2'",
        "PASSWD='hunter2'",
        "https://me:hunter2@example.org/x",
        "mqtt://hunter2@example.org",
        "https://example.org/hook?room=1&key=hunter2&x=2",
        "see https://example.org/#auth=hunter2, please",
        "Authorization: Bearer hunter2hunter2",
        "header 'bearer hunter2hunter2'",
        "whsec_hunter2hunter2==",
        "https://example.org/?a=1&X-Amz-Signature=hunter2",
      })
  void whatSoundsSecretIsNotTold(String text) {
    assertThat(Secrets.masked(text)).doesNotContain("hunter2").contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  - {id: hi, on: chat, when: {text: hello}, limit: {cooldown: 10s}}",
        "https://example.org/cat.png?size=20",
        "感谢 {user.name} 的 {gift.name} ×{count}",
        "the author: 小明; a keyboard = good",
        "",
      })
  void everythingElseStaysAsItIs(String text) {
    assertThat(Secrets.masked(text)).isEqualTo(text);
  }

  @Test
  void whatIsLongTakesNoLonger() {
    assertThat(Secrets.masked("a".repeat(1_000_000))).hasSize(1_000_000);
    assertThat(Secrets.masked("token:".repeat(200_000))).contains("***");
  }

  @Test
  void ofJsonTheNamesTellToo() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("rule", "a").put("seq", 7);
    json.putObject("fields").put("Api-Key", "hunter2").put("text", "pwd=hunter2");
    json.putArray("arguments").add("secret=hunter2").add(3);
    assertThat(Secrets.masked(json).toString())
        .isEqualTo(
            "{\"rule\":\"a\",\"seq\":7,\"fields\":{\"Api-Key\":\"***\",\"text\":\"pwd=***\"},"
                + "\"arguments\":[\"secret=***\",3]}");
    assertThat(json.toString()).contains("hunter2");
  }
}
