package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final List<Platform> PLATFORMS = List.of(new EchoPlatform("echo", 'E'));

  private static Inspection inspect(String input) throws MalformedException {
    return Inspection.of(
        PLATFORMS, InspectOptions.DEFAULT, input.getBytes(UTF_8), 1_795_248_000_123L);
  }

  private static String print(Inspection inspection) {
    StringBuilder report = new StringBuilder();
    inspection.print(Words.ENGLISH, line -> report.append(line).append('\n'));
    return report.toString();
  }

  @Test
  void aFrameIsGuessedTakenApartAndBecomesEvents() throws MalformedException {
    Inspection inspection = inspect("45 68 69"); // Ehi
    assertThat(inspection.isComplete()).isTrue();
    assertThat(print(inspection))
        .isEqualTo(
            """
            input: hex, 1 frame

            #1 received binary, 3 bytes, echo (100 % sure)
              echo  [3 bytes at 0]
                magic          E  the letter
                inner  [2 bytes at 1]
                  text           hi
              - authentication accepted
              => notice {"v":1,"type":"notice","platform":"echo","room":"0",\
            "received":"2026-11-21T08:00:00.123Z","text":"hi"}
              => notice {"v":1,"type":"notice","platform":"echo","room":"0",\
            "received":"2026-11-21T08:00:05.123Z","text":"late"}
            """);
  }

  @Test
  void theSameAsJson() throws MalformedException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    inspect("456869").writeJson(bytes);
    assertThat(bytes.toString(UTF_8)).endsWith("}\n");
    JsonNode frame = new ObjectMapper().readTree(bytes.toByteArray()).path("frames").path(0);
    assertThat(frame.path("platform").asText()).isEqualTo("echo");
    assertThat(frame.path("layers").path(0).path("inner").path(0).path("offset").asInt())
        .isEqualTo(1);
    assertThat(frame.path("events").path(0).path("text").asText()).isEqualTo("hi");
  }

  @Test
  void whatNobodyRecognizesIsShownAsHex() throws MalformedException {
    Inspection inspection = inspect("00ff41");
    assertThat(inspection.isComplete()).isFalse();
    assertThat(print(inspection)).contains("no platform recognizes it", "0000  00 ff 41", "|..A|");
  }

  @Test
  void theCapturesOwnWordIsTakenForPlatformAndRoom() throws MalformedException {
    String capture =
        """
        {"v":1,"ev":"open","c":1,"t":5,"url":"wss://x","platform":"echo","room":"77"}
        {"ev":"msg","c":1,"t":1795248000123,"dir":"recv","op":2,"b64":"AGhp"}
        {"ev":"msg","c":1,"t":1795248000124,"dir":"send","op":2,"b64":"AGhp"}
        """;
    String report = print(inspect(capture));
    assertThat(report).contains("\"room\":\"77\"").contains("#2 sent binary");
    assertThat(report.split("\"text\":\"hi\"", -1)).hasSize(2);
  }

  @Test
  void aCutLineIsSaidBesideTheRest() throws MalformedException {
    String capture = "{\"ev\":\"msg\",\"dir\":\"recv\",\"b64\":\"RWhp\"}\n{\"ev\":";
    Inspection inspection = inspect(capture);
    assertThat(inspection.isComplete()).isFalse();
    assertThat(print(inspection)).contains("problem: line 2, cut off at the end of the file");
  }

  @Test
  void anUnknownPlatformIsRefusedInWords() {
    assertThatThrownBy(
            () ->
                Inspection.of(
                    PLATFORMS,
                    new InspectOptions("nonsense", null, List.of(), 9, false, null),
                    new byte[] {1},
                    0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such platform: 'nonsense'; there are [echo]");
  }
}
