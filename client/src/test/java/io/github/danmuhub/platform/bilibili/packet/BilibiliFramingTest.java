package io.github.danmuhub.platform.bilibili.packet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilibiliFramingTest {
  private static final String HEARTBEAT = "00000010001000010000000200000001";

  @Test
  void aWholePacketIsAFrame() throws MalformedException {
    assertThat(next(HEARTBEAT + "00000010")).isEqualTo(16);
  }

  @Test
  void everyPrefixOfAPacketWaitsForMore() throws MalformedException {
    for (int length = 0; length < HEARTBEAT.length(); length += 2) {
      assertThat(next(HEARTBEAT.substring(0, length))).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000001000010000000200000001", // length 0
        "0000000f001000010000000200000001", // shorter than the header
        "ffffffff001000010000000200000001", // negative
        "00400001001000010000000200000001", // 4 MiB and one byte
        "00000010ea6000010000000200000001" // header length 60000
      })
  void aLengthThatLiesLosesTheStream(String hex) {
    assertThatThrownBy(() -> next(hex)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 403 Forbidden\r\n\r\n", "403 Forbidden", "<html>403</html>"})
  void aRefusalInTextIsToldInItsOwnWords(String text) {
    assertThatThrownBy(() -> new BilibiliFraming().next(ByteBuffer.wrap(text.getBytes(US_ASCII))))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("the server refuses us in text")
        .hasMessageContaining("403");
  }

  private static int next(String hex) throws MalformedException {
    return new BilibiliFraming().next(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
  }
}
