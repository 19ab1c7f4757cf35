package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers and readings, each asked for by itself. */
class InspectPlainTest {
  private static final InspectOptions AS_BYTES =
      new InspectOptions(null, "bytes", List.of(), Integer.MAX_VALUE, false, null);

  // 0: int32 123456; 1: text "hi"; 2: float 1.5; 3: struct {0: int8 7}
  private static final byte[] TARS =
      HexFormat.of().parseHex("020001e240" + "16026869" + "243fc00000" + "3a00070b");

  private static Inspection inspect(byte[] input, InspectOptions options)
      throws MalformedException {
    return Inspection.of(Samples.PLATFORMS, options, input, 1_795_248_000_123L);
  }

  private static List<String> printed(Inspection inspection) {
    List<String> lines = new ArrayList<>();
    inspection.print(Words.ENGLISH, lines::add);
    return lines;
  }

  private static JsonNode frame(Inspection inspection) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    inspection.writeJson(json);
    return new ObjectMapper().readTree(json.toByteArray()).path("frames").path(0);
  }

  @Test
  void tarsWithoutNamesShowsTagTypePlaceAndReading() throws MalformedException {
    assertThat(printed(inspect(TARS, AS_BYTES)))
        .containsSubsequence(
            "  TARS, if it is  [18 bytes at 0]",
            "    0000  02 00 01 e2 40             0              123456  int32",
            "    0005  16 02 68 69                1              hi  text",
            "    0009  24 3f c0 00 00             2              1.5  float",
            "    000e  3a 00 07 0b                3              (1)  struct",
            "    struct 3  [4 bytes at 14]",
            "      000f  00 07                      0              7  int8");
  }

  @Test
  void tarsWithoutNamesIsTheSameAsJson() throws IOException, MalformedException {
    JsonNode layer = frame(inspect(TARS, AS_BYTES)).path("layers").path(0);
    assertThat(layer.path("title").asText()).isEqualTo("TARS, if it is");
    assertThat(layer.path("fields").path(2).toString())
        .isEqualTo(
            """
            {"name":"2","value":"1.5","meaning":"float","offset":9,"size":5,"bytes":"243fc00000"}""");
    assertThat(layer.path("inner").path(0).path("fields").path(0).path("value").asText())
        .isEqualTo("7");
  }

  @Test
  void tarsOfAPlatformWhoseNamesAreKnownShowsThem() throws IOException, MalformedException {
    byte[] batch = Files.readAllBytes(Captures.dir().resolve("huya/synthetic/cmd22_batch.b64"));
    Inspection inspection = inspect(batch, InspectOptions.DEFAULT);
    assertThat(printed(inspection))
        .anyMatch(line -> line.contains("huya (100 % sure)"))
        .anyMatch(line -> line.matches(" +[0-9a-f]{4}  36 .* 3 +喂猫 3  text, sContent"));
    assertThat(frame(inspection).findParents("meaning"))
        .anyMatch(field -> field.path("meaning").asText().equals("text, sContent"));
  }

  @Test
  void asBytesTakesATextThatLooksLikeHexAsItsOwnBytes() throws MalformedException {
    byte[] text = "00000010001000010000000200000001".getBytes(UTF_8);
    assertThat(printed(inspect(text, AS_BYTES)))
        .startsWith("input: bytes, 1 frame")
        .anyMatch(line -> line.startsWith("#1 received binary, 32 bytes"));
  }

  @Test
  void gzipIsUnwrappedToTheJsonInside() throws IOException, MalformedException {
    byte[] packed = Compressors.compress(Format.GZIP, "{\"a\":[1,2]}".getBytes(UTF_8));
    JsonNode gzip = frame(inspect(packed, AS_BYTES)).path("layers").path(0);
    assertThat(gzip.path("title").asText()).isEqualTo("gzip body");
    assertThat(gzip.path("size").asInt()).isEqualTo(packed.length);
    assertThat(gzip.path("fields").path(0).path("value").asText()).isEqualTo("11");
    assertThat(gzip.path("inner").path(0).path("fields").path(0).path("value").asText())
        .isEqualTo("{\"a\":[1,2]}");
  }

  @Test
  void brotliIsUnwrappedToThePacketsInside() throws IOException, MalformedException {
    byte[] inside = packet(0, "{\"cmd\":\"LIVE\"}".getBytes(UTF_8));
    byte[] frame = packet(3, Compressors.compress(Format.BROTLI, inside));
    assertThat(printed(inspect(frame, AS_BYTES)))
        .containsSequence("    brotli body  [%d bytes at 16]".formatted(frame.length - 16))
        .anyMatch(line -> line.matches(" +body +\\{\"cmd\":\"LIVE\"}"));
  }

  /** Bilibili's: a command, packed as its version says. */
  private static byte[] packet(int version, byte[] body) {
    return ByteBuffer.allocate(16 + body.length)
        .putInt(16 + body.length)
        .putShort((short) 16)
        .putShort((short) version)
        .putInt(5)
        .putInt(1)
        .put(body)
        .array();
  }

  @Test
  void aGuessThatOnlyAlmostFitsSaysHowSureItIs() throws IOException, MalformedException {
    // Huya: command 99, which nobody knows, with a body of one byte
    Inspection inspection = inspect(HexFormat.of().parseHex("0063" + "1d00000100"), AS_BYTES);
    int certainty = frame(inspection).path("certainty").asInt();
    assertThat(frame(inspection).path("platform").asText()).isEqualTo("huya");
    assertThat(certainty).isBetween(1, 99);
    assertThat(printed(inspection))
        .anyMatch(line -> line.endsWith("huya (%d %% sure)".formatted(certainty)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000|closed in order",
        "1001|going away: the page is left, or the server stops",
        "1005|closed without a code",
        "1008|against the server's policy: often not let in",
        "1011|a fault of the server",
        "1013|the server is overloaded: try again later",
        "2999|no known code",
        "3000|a library's code",
        "3999|a library's code",
        "4000|the platform's own code",
        "4999|the platform's own code",
        "5000|no known code"
      })
  void aCloseCodeIsSaidInWords(int code, String words) throws MalformedException {
    String capture =
        """
        {"ev":"msg","c":1,"t":1700000000000,"dir":"recv","op":1,"s":"hi"}
        {"ev":"close","c":1,"t":1700000000001,"code":%d,"reason":"bye"}
        """
            .formatted(code);
    assertThat(printed(inspect(capture.getBytes(UTF_8), InspectOptions.DEFAULT)))
        .contains("socket 1 closed: %d 'bye', %s".formatted(code, words));
  }
}
