package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** How the report looks. */
class InspectionPrinterTest {
  private static List<String> printed(String input) throws MalformedException {
    List<String> lines = new ArrayList<>();
    Inspection.of(List.of(new Bilibili()), InspectOptions.DEFAULT, input.getBytes(UTF_8), 1)
        .print(Words.ENGLISH, lines::add);
    return lines;
  }

  @Test
  void theFieldsOfAHeaderStandUnderTheirBytes() throws MalformedException {
    assertThat(printed("0000001a0010000100000008000000017b22636f6465223a307d"))
        .containsSubsequence(
            "  packet  [26 bytes at 0]",
            "    00 00 00 1a 00 10 00 01 00 00 00 08 00 00 00 01",
            "    └─────────┘                                      length         26",
            "                └───┘                                header length  16",
            "                      └───┘                          version        1  control",
            "                            └─────────┘              operation      8"
                + "  authentication reply",
            "                                        └─────────┘  sequence       1",
            "    body  [10 bytes at 16]",
            "      body           {\"code\":0}");
  }

  @Test
  void fieldsOfProtobufShowWhereTheyStandAndHowTheyBegin() throws MalformedException {
    // 1: 150; 2: sixteen letters; 3: fixed32 1
    assertThat(printed("089601" + "1210" + "61".repeat(16) + "1d01000000"))
        .containsSubsequence(
            "    0000  08 96 01                   1              150  varint, zigzag 75",
            "    0003  12 10 61 61 61 61 61 61 …  2              aaaaaaaaaaaaaaaa  bytes, 16",
            "    0015  1d 01 00 00 00             3              1  fixed32, float 1.4E-45");
  }

  @Test
  void aTextThatIsAMessageTooIsToldAsBoth() throws MalformedException {
    assertThat(printed("08960112020801")).anyMatch(line -> line.contains("(message)"));
    assertThat(printed("08960112026869"))
        .anyMatch(line -> line.contains("hi  bytes, 2, or {13: 105}"));
  }

  @Test
  void longJsonIsBrokenIntoLinesAndWhatFitsOnOneIsNot() {
    String json =
        "{\"cmd\":\"A\",\"info\":[[0,1,25],\"x, {y\"],\"data\":{\"text\":\""
            + "z".repeat(90)
            + "\\\"\",\"n\":1}}";
    assertThat(PrettyJson.lines(json, Words.ENGLISH))
        .containsExactly(
            "{",
            "  \"cmd\":\"A\",",
            "  \"info\":[[0,1,25],\"x, {y\"],",
            "  \"data\":{",
            "    \"text\":\"" + "z".repeat(90) + "\\\"\",",
            "    \"n\":1",
            "  }",
            "}");
    assertThat(PrettyJson.lines("{\"code\":0}", Words.ENGLISH)).containsExactly("{\"code\":0}");
    assertThat(PrettyJson.lines("no JSON " + "x".repeat(200), Words.ENGLISH)).hasSize(1);
  }

  @Property(tries = 1_000)
  void nothingIsLostOfJsonHoweverBroken(@ForAll String text) {
    String json = "[" + "1,".repeat(60) + text;
    assertThat(unspaced(String.join("", PrettyJson.lines(json, Words.ENGLISH))))
        .isEqualTo(unspaced(json));
  }

  private static List<Integer> unspaced(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).boxed().toList();
  }
}
