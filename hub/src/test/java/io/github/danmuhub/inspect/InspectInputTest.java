package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.MalformedException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectInputTest {
  private static final byte[] FRAME = {0, 0, 0, 16, 0, 16, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1};

  private static Message only(byte[] input) throws MalformedException {
    assertThat(InspectInput.of(List.of(), input, null).capture().messages()).hasSize(1);
    return InspectInput.of(List.of(), input, null).capture().messages().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000010001000010000000200000001",
        "00 00 00 10 00 10 00 01\n00 00 00 02 00 00 00 01\n",
        "{0x00,0x00,0x00,0x10,0x00,0x10,0x00,0x01,0x00,0x00,0x00,0x02,0x00,0x00,0x00,0x01}",
        "\\x00\\x00\\x00\\x10\\x00\\x10\\x00\\x01\\x00\\x00\\x00\\x02\\x00\\x00\\x00\\x01",
        "AAAAEAAQAAEAAAACAAAAAQ==",
        " AAAAEAAQAAEA\nAAACAAAAAQ== ",
      })
  void aFrameIsReadHoweverDeveloperToolsCopyIt(String text) throws MalformedException {
    assertThat(only(text.getBytes(UTF_8)).bytes()).isEqualTo(Raw.bytes(FRAME));
  }

  @Test
  void bytesAreTakenAsTheyAre() throws MalformedException {
    assertThat(only(FRAME).bytes()).isEqualTo(Raw.bytes(FRAME));
  }

  @Test
  void aLineOfACaptureIsACapture() throws MalformedException {
    String line = "{\"ev\":\"msg\",\"c\":3,\"dir\":\"recv\",\"op\":1,\"s\":\"hi\"}";
    assertThat(only(line.getBytes(UTF_8)).connection()).isEqualTo(3);
  }

  @Test
  void jsonThatIsNoCaptureIsATextFrame() throws MalformedException {
    byte[] json = "{\"cmd\":\"LIVE\"}".getBytes(UTF_8);
    assertThat(only(json).kind()).isEqualTo(FrameKind.TEXT);
    assertThat(only(json).bytes()).isEqualTo(Raw.bytes(json));
  }

  @Test
  void anEmptyInputIsRefusedInWords() {
    assertThatThrownBy(() -> InspectInput.of(List.of(), new byte[0], null))
        .isInstanceOf(MalformedException.class)
        .hasMessage("the capture is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", " \t\r\n \n"})
  void blanksAreToldAsEmpty(String blanks) {
    byte[] input = blanks.getBytes(UTF_8);
    for (String as : Arrays.asList(null, "text")) {
      assertThatThrownBy(() -> InspectInput.of(List.of(), input, as))
          .isInstanceOf(MalformedException.class)
          .hasMessage("the capture is empty: it holds blanks only");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "hex|00000010001000010000000200000001",
        "hex dump|00000000  00 00 00 10 00 10 00 01 00 00 00 02 00 00 00 01",
        "hex dump, bytes of a word turned|00000000: 10000000 01001000 02000000 01000000",
        "base64|AAAAEAAQAAEAAAACAAAAAQ==",
        "data URL|data:;base64,AAAAEAAQAAEAAAACAAAAAQ==",
        "numbers|[0,0,0,16,0,16,0,1,0,0,0,2,0,0,0,1]",
        "escapes|\\x00\\x00\\x00\\x10\\x00\\x10\\x00\\x01"
            + "\\x00\\x00\\x00\\x02\\x00\\x00\\x00\\x01",
      })
  void whatTheUserSaysItIsItIsReadAs(String as, String text) throws MalformedException {
    InspectInput input = InspectInput.of(List.of(), text.getBytes(UTF_8), as);
    assertThat(input.what()).isEqualTo(as);
    assertThat(input.capture().messages())
        .extracting(Message::bytes)
        .containsExactly(Raw.bytes(FRAME));
  }
}
