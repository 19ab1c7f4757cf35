package io.github.danmuhub.device.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
  @ParameterizedTest
  @CsvSource({
    "01 01 00, a5a5010101 31 00 ae10, a5a5010101 00 00 0000", // the ball
    "05 01 00, a5a5050101 af 00 f3be, a5a5050101 00 00 0000", // the laser
    "0a 02 00, a5a50a0201 a5 00 b20c, a5a50a0201 00 00 0000" // the wand
  })
  void theOriginalsThreeFrames(String text, String checked, String zero) throws MalformedException {
    assertThat(hex(Frame.of(text).bytes(true))).isEqualTo(checked.replace(" ", ""));
    assertThat(hex(Frame.of(text).bytes(false))).isEqualTo(zero.replace(" ", ""));
  }

  @Test
  void whatIsNoFrameIsRefusedInWords() {
    for (String text : new String[] {"", "01", "xx 01 00", "1"}) {
      assertThatThrownBy(() -> Frame.of(text)).hasMessageContaining("DEVICE COMMAND DATA");
    }
    for (String bytes : new String[] {"", "a5a5", "a5a5010102310000ae10", "a5a5010101310001ae10"}) {
      assertThatThrownBy(() -> Frame.decode(HexFormat.of().parseHex(bytes)))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void framesAreFoundAmongNoise() {
    List<String> found = new ArrayList<>();
    Frames frames = new Frames(found::add);
    byte[] stream =
        HexFormat.of()
            .parseHex(
                "ffa5a5a5050101af00f3be00a5a5010101000000" + "00a5a50a02ffa5a5010101000000000a");
    for (byte each : stream) {
      frames.came(new byte[] {each}, 1);
    }
    frames.came(new byte[600], 600);
    assertThat(found).containsExactly("05 01 00", "01 01 00", "01 01 00");
  }

  @Property(tries = 500)
  void whatIsEncodedIsDecoded(
      @ForAll @IntRange(max = 255) int device,
      @ForAll @IntRange(max = 255) int command,
      @ForAll @Size(max = 255) byte[] data,
      @ForAll boolean checked)
      throws MalformedException {
    Frame decoded = Frame.decode(new Frame(device, command, data).bytes(checked));
    assertThat(decoded.device()).isEqualTo(device);
    assertThat(decoded.command()).isEqualTo(command);
    assertThat(decoded.data()).isEqualTo(data);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
