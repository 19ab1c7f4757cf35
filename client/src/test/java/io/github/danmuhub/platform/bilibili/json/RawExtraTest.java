package io.github.danmuhub.platform.bilibili.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.danmuhub.event.User;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The scan of the bytes says what the scan of the decoded text says, or nothing. */
class RawExtraTest {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          ":",
          ",",
          "\\\"",
          "\\\\",
          "\\u0022",
          "\n",
          " ",
          "弹幕",
          "😀",
          "0",
          "12",
          "null",
          "\"\"",
          "\"a\"",
          "\"id_str\":",
          "\"reply_mid\":",
          "\"reply_uname\":",
          "\"emots\":",
          "{\"id_str\":\"7\",\"content\":\"",
          "\",\"reply_mid\":7,\"x\":\"",
          "\"}");

  /** As the message holds it, with something behind it. */
  private static byte[] inMessage(String extra) {
    return (new String(JsonStringEncoder.getInstance().quoteAsString(extra)) + "\",\"mode\":0}")
        .getBytes(UTF_8);
  }

  private static RawExtra over(byte[] json) {
    return new RawExtra(json, 0, json.length);
  }

  private static ChatExtra decoded(String extra) {
    return DecodedExtra.scan(extra.toCharArray(), 0, extra.length());
  }

  private static ChatExtra read(String extra) {
    RawExtra raw = over(inMessage(extra));
    assertThat(raw.scan()).as(extra).isTrue();
    return raw.found();
  }

  @Property(tries = 5000)
  void whatIsReadOfTheBytesIsWhatIsReadOfTheText(@ForAll("texts") String extra) {
    byte[] json = inMessage(extra);
    RawExtra raw = over(json);
    if (raw.scan()) {
      assertThat(raw.found()).isEqualTo(decoded(extra));
      assertThat(raw.after()).isEqualTo(json.length - ",\"mode\":0}".length());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(24).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 2000)
  void anyBytesAreReadOrLeftAndNeverBeyondTheEnd(@ForAll byte[] json) {
    RawExtra raw = over(json);
    if (raw.scan()) {
      assertThat(raw.after()).isBetween(1, json.length);
      assertThat(json[raw.after() - 1]).isEqualTo((byte) '"');
    }
  }

  @Test
  void theUsualIsReadWhereItLies() {
    ChatExtra extra =
        read(
            """
            {"mode":0,"content":"好","emots":null,"animation":{},"id_str":"5a1","reply_mid":12,\
            "reply_uname":"小明"}""");

    assertThat(extra).isEqualTo(new ChatExtra("5a1", User.of("12", "小明"), List.of()));
  }

  @Test
  void aUsersTextForgesNoKey() {
    ChatExtra extra =
        read(
            """
            {"id_str":"real","content":"\\",\\"id_str\\":\\"forged\\",\\"reply_mid\\":7,\\"x\\":\\"\\\\",\
            "nested":{"id_str":"forged too"}}""");

    assertThat(extra).isEqualTo(new ChatExtra("real", null, List.of()));
  }

  @Test
  void whatNeedsAParserIsLeft() {
    for (String extra :
        List.of(
            "{\"emots\":{\"[a]\":{\"url\":\"u\"}}}",
            "{\"reply_uname\":\"a\\\"b\"}",
            "{\"id_str\":\"\\u0041\"}",
            "{ \"id_str\": \"spaces\"}",
            "{\"id_str\":\"cut",
            "{\"content\":\"\n\"}")) {
      assertThat(over(inMessage(extra)).scan()).as(extra).isFalse();
    }
  }

  @Test
  void aStringThatIsCutOffIsLeft() {
    byte[] json = inMessage("{\"id_str\":\"a\",\"content\":\"\\\"\\\\\"}");
    int close = json.length - ",\"mode\":0}".length();
    for (int length = 0; length < close; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      assertThat(over(cut).scan()).as("%d bytes", length).isFalse();
    }
  }

  @Test
  void aHugeStringIsPassed() {
    String content = "\\\"弹".repeat(100_000);
    assertThat(read("{\"content\":\"" + content + "\",\"id_str\":\"a\"}").id()).isEqualTo("a");
  }
}
