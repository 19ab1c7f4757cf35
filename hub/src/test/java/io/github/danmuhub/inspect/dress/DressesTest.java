package io.github.danmuhub.inspect.dress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.wire.MalformedException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DressesTest {
  private static String hex(String text) throws MalformedException {
    List<Dresses.Reading> readings = Dresses.of(text);
    return readings.isEmpty() ? "" : HexFormat.of().formatHex(readings.get(0).bytes().toBytes());
  }

  @Test
  void theCharactersBehindTheBytesAreNoBytes() throws MalformedException {
    assertThat(hex("0000  61 62 63 64  abcd")).isEqualTo("61626364");
    assertThat(hex("00000000: 6162 6364  ab cd")).isEqualTo("61626364");
    assertThat(hex("0000   61 20 62                                          a b"))
        .isEqualTo("612062");
    assertThat(hex("00000000  61 62 63 64 65 66 67 68  69 |abcdefghi|"))
        .isEqualTo("616263646566676869");
    assertThat(hex("00000000  61 62 63 64 65 66 67 68  69 6a")).isEqualTo("6162636465666768696a");
  }

  @Test
  void linesThatRepeatAreWrittenOut() throws MalformedException {
    String zeros = "00 ".repeat(16).strip();
    assertThat(hex("00000000  " + zeros + "\n*\n00000030  01\n00000031"))
        .isEqualTo("00".repeat(48) + "01");
  }

  @Test
  void aLineThatIsMissingIsTold() {
    String line = "00 ".repeat(16).strip();
    assertThatThrownBy(() -> Dresses.of("0000 %s\n0010 %s\n0030 %s".formatted(line, line, line)))
        .hasMessageContaining("line 3 of the dump begins at 48, but 32 bytes stand before it");
  }

  @Test
  void wordsInTheMachinesOrderAreTurned() throws MalformedException {
    assertThat(hex("0000000 0100 0302\n0000004")).isEqualTo("00010203");
  }

  @Test
  void hexWhoseFirstWordLooksLikeAnOffsetIsHex() throws MalformedException {
    assertThat(hex("0000 001a 0010 0001")).isEqualTo("0000001a00100001");
    assertThat(hex("0000001a 00100001\n00000008 00000001"))
        .isEqualTo("0000001a001000010000000800000001");
  }

  @Test
  void whatIsCutByTheToolIsTold() {
    assertThatThrownBy(() -> Dresses.of("<Buffer 00 01 ... 50 more bytes>"))
        .hasMessageContaining("print buffer.toString('hex')");
    assertThatThrownBy(() -> Dresses.of("[0, 300]")).hasMessageContaining("300 is no byte");
  }

  @Property(tries = 1_000)
  void noTextDoesMoreThanBeRefused(@ForAll String text) {
    readOrRefused(text);
  }

  @Property(tries = 300)
  void noDumpThatIsChangedDoesMoreThanBeRefused(
      @ForAll byte[] bytes, @ForAll char c, @ForAll int at) {
    StringBuilder dump = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 16) {
      dump.append("%08x ".formatted(i));
      for (int k = i; k < Math.min(bytes.length, i + 16); k++) {
        dump.append(" %02x".formatted(bytes[k]));
      }
      dump.append("\n");
    }
    if (dump.length() > 0) {
      dump.setCharAt(Math.floorMod(at, dump.length()), c);
    }
    readOrRefused(dump.toString());
  }

  private static void readOrRefused(String text) {
    try {
      assertThat(Dresses.of(text)).allMatch(reading -> reading.bytes().size() > 0);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
