package io.github.danmuhub.inspect.dress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.danmuhub.wire.MalformedException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** The bytes 00 00 00 1a 00 10 7b 22 3a 30 7d, as the tools print them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // od, od -t x1, -A d -t x1, -A x -t x2, -t x4, -t u1, -c
        "0000000 000000 015000 010000 021173 030072 000175\n0000013",
        "0000000 00 00 00 1a 00 10 7b 22 3a 30 7d\n0000013",
        "0000000 00 00 00 1a 00 10 7b 22 3a 30 7d\n0000011",
        "000000 0000 1a00 1000 227b 303a 007d\n00000b",
        "0000000 1a000000 227b1000 007d303a\n0000013",
        "0000000   0   0   0  26   0  16 123  34  58  48 125\n0000013",
        "0000000  \\0  \\0  \\0 032  \\0 020   {   \"   :   0   }\n0000013",
        // hexdump -b, -o
        "0000000 000 000 000 032 000 020 173 042 072 060 175\n000000b",
        "0000000  000000  015000  010000  021173  030072  000175\n000000b",
        // od -t u2, -t d4, -t o4, hexdump -c, -d
        "0000000     0  6656  4096  8827 12346   125\n0000013",
        "0000000   436207616   578490368     8204346\n0000013",
        "0000000 03200000000 04236610000 00037230072\n0000013",
        "0000000  \\0  \\0  \\0 032  \\0 020   {   \"   :   0   }                    \n000000b",
        "0000000   00000   06656   04096   08827   12346   00125                \n000000b",
        // xxd -b, -g 8, -o 4096, -i
        "00000000: 00000000 00000000 00000000 00011010 00000000 00010000  ......\n"
            + "00000006: 01111011 00100010 00111010 00110000 01111101           {\":0}",
        "00000000: 0000001a00107b22 3a307d  ......{\":0}",
        "00001000: 0000 001a 0010 7b22 3a30 7d              ......{\":0}",
        "unsigned char f[] = {\n  0x00, 0x00, 0x00, 0x1a, 0x00, 0x10,\n 0x7b, 0x22, 0x3a, 0x30, 0x7d\n};\n"
            + "unsigned int f_len = 11;",
        // gdb's x/11xb, PowerShell's Format-Hex
        "0x7ffe10 <f>:\t0x00\t0x00\t0x00\t0x1a\t0x00\t0x10\t0x7b\t0x22\n0x7ffe18 <f+8>:\t0x3a\t0x30\t0x7d",
        "   Path: C:\\f.bin\n\n           00 01 02 03 04 05 06 07\n\n"
            + "00000000   00 00 00 1A 00 10 7B 22  ......{\"\n00000008   3A 30 7D                 :0}",
        // source text
        "/* Frame (11 bytes) */\nstatic const unsigned char pkt1[11] = {\n0x00, 0x00, 0x00, 0x1a, /* ./*.. */\n"
            + "0x00, 0x10, 0x7b, 0x22, 0x3a, 0x30, 0x7d };",
        "byte[] f = {(byte) 0, 0, 0, 0x1a, 0, 0x10, 123, (byte) 0x22, 58, 48, 125};",
        "byte[] f = new byte[] { 0x00, 0x00, 0x00, 0x1A, 0x00, 0x10, 0x7B, 0x22, 0x3A, 0x30, 0x7D };",
        "[]byte{0x0, 0x0, 0x0, 0x1a, 0x0, 0x10, 0x7b, 0x22, 0x3a, 0x30, 0x7d}",
        "[0 0 0 26 0 16 123 34 58 48 125]",
        "vec![0, 0, 0, 26, 0, 16, 123, 34, 58, 48, 125]",
        "byteArrayOf(0, 0, 0, 26, 0, 16, 123, 34, 58, 48, 125)",
        "new Uint8Array([0,0,0,26,0,16,123,34,58,48,125])",
        "   0   0   0  26   0  16 123  34  58  48 125",
        "{\"data\": [0, 0, 0, 26, 0, 16, 123, 34, 58, 48, 125], \"type\": \"Buffer\"}",
        // strings
        "bytearray(b'\\x00\\x00\\x00\\x1a\\x00\\x10{\":0}')",
        "\"\\u0000\\u0000\\u0000\\u001a\\u0000\\u0010{\\\":0}\"",
        "\\000\\000\\000\\032\\000\\020{\":0}",
        "%00%00%00%1A%00%10%7B%22%3A0%7D",
        "\\x0000001a00107b223a307d",
        "X'0000001a00107b223a307d'",
        "\"0000001a00107b223a307d\"",
        "\"AAAAGgAQeyI6MH0=\"",
        "00h 00h 00h 1ah 00h 10h 7bh 22h 3ah 30h 7dh",
        "-----BEGIN DATA-----\nAAAAGgAQ\neyI6MH0=\n-----END DATA-----",
      })
  void whatToolsPrintIsReadAsTheSameBytes(String text) throws MalformedException {
    assertThat(hex(text)).isEqualTo("0000001a00107b223a307d");
  }

  /** The bytes ff 80 7f 01, where a number has a sign, and is larger than a byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000   -1 -128  127    1\n0000004",
        "0000000 255 128 127   1\n0000004",
        "0000000   -32513     383\n0000004",
        "0000000 33023   383\n0000004",
        "0000000 377 200 177 001\n0000004",
        "0000000 100377 000577\n0000004",
        "0000000  100377  000577                                                \n0000004",
        "00000000: 11111111 10000000 01111111 00000001        ....",
        "0000000 017f80ff\n0000004",
      })
  void wordsOfADumpAreNeverTakenForOthers(String text) throws MalformedException {
    assertThat(hex(text)).isEqualTo("ff807f01");
  }

  @Test
  void aDumpWhoseWordsAreTurnedIsAReadingToo() throws MalformedException {
    // xxd -e
    assertThat(Dresses.of("00000000: 1a000000 227b1000   ......{\""))
        .extracting(reading -> HexFormat.of().formatHex(reading.bytes().toBytes()))
        .startsWith("1a000000227b1000", "0000001a00107b22");
    assertThat(Dresses.of("00000000: 1a000000     1000                    ......"))
        .extracting(reading -> HexFormat.of().formatHex(reading.bytes().toBytes()))
        .startsWith("1a0000001000", "0000001a0010");
  }

  @Test
  void whatIsOnlyLikeADressIsNone() throws MalformedException {
    assertThat(Dresses.of("hello world")).isEmpty();
    assertThat(Dresses.of("bad day\nabe lincoln")).isEmpty();
    assertThat(Dresses.of("{\"cmd\":\"\\x00\",\"list\":[1,2,3]}")).isEmpty();
    assertThat(Dresses.of("1700000000 1")).isEmpty();
  }

  /** What grows with the square of its length would not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,",
        "0x1f, ",
        "\\x1f",
        "/*",
        "\"1\":2,",
        "a ",
        "1f ",
        "\\",
        "%1f",
        "* ",
        "[",
        "0 1\n"
      })
  void longTextsAreReadInBoundedTime(String part) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (String end : new String[] {"", "]", "\""}) {
            readOrRefused("[" + part.repeat(30_000) + end);
            readOrRefused(part.repeat(30_000) + end);
          }
        });
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
