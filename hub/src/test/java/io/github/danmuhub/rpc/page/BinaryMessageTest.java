package io.github.danmuhub.rpc.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BinaryMessageTest {
  private static Buffer hex(String hex) {
    return Buffer.buffer(HexFormat.ofDelimiter(" ").parseHex(hex));
  }

  @Test
  void bytesStandBehindTheirHead() {
    BinaryMessage message =
        BinaryMessage.decode(hex("00 00 00 08 7b 22 63 22 3a 20 37 7d ff 00")).orElseThrow();
    // 8 bytes {"c": 7}, then ff 00
    assertThat(message.head().path("c").asInt()).isEqualTo(7);
    assertThat(message.bytes().getBytes()).containsExactly(0xff, 0x00);
  }

  @Test
  void whatIsCutOrNoObjectIsNone() {
    assertThat(BinaryMessage.decode(hex("00 00 00"))).isEmpty();
    assertThat(BinaryMessage.decode(hex("00 00 00 09 7b 7d"))).isEmpty();
    assertThat(BinaryMessage.decode(hex("ff ff ff ff 7b 7d"))).isEmpty();
    assertThat(BinaryMessage.decode(hex("00 00 00 01 37"))).isEmpty(); // 7
    assertThat(BinaryMessage.decode(hex("00 00 00 00"))).isEmpty();
  }

  @Property(tries = 200)
  void whatIsEncodedIsReadAgain(@ForAll byte[] bytes, @ForAll int call) {
    var head = JsonNodeFactory.instance.objectNode().put("op", "result").put("call", call);
    BinaryMessage message = new BinaryMessage(head, Buffer.buffer(bytes));
    assertThat(BinaryMessage.decode(message.encode())).contains(message);
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    assertThat(BinaryMessage.decode(Buffer.buffer(bytes)).isPresent()).isIn(true, false);
  }
}
