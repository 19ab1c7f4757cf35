package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action.Answered;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Bad input through the whole session: each is reported, and costs no neighbour. */
class DouyinHostileFramesTest {
  private final RecordingContext out = Douyins.context();
  private final DouyinSession session = Douyins.session(out);
  private long nextId = 1;

  @Test
  void aCutOffGzipBodyIsReported() {
    byte[] gzip = DouyinPacketCodec.gzip(response(chat("lost")));
    receive(framed("gzip", Arrays.copyOf(gzip, gzip.length / 2)));
    assertMalformed("gzip");
  }

  @Test
  void aBombIsReportedAndNotInflated() {
    receive(framed("gzip", DouyinPacketCodec.gzip(new byte[Bounds.INFLATED + 1])));
    assertMalformed("inflates to more than 16 MiB");
  }

  @Test
  void aWrongMagicIsReported() {
    byte[] gzip = DouyinPacketCodec.gzip(response(chat("lost")));
    gzip[0] = 0x1e;
    receive(framed("gzip", gzip));
    assertMalformed("gzip magic is missing");
  }

  @Test
  void plainBytesThatAreSaidToBeGzipAreReported() {
    receive(framed("gzip", response(chat("lost"))));
    assertMalformed("gzip magic is missing");
  }

  @Test
  void gzipThatIsSaidToBePlainIsRead() {
    receive(framed("none", DouyinPacketCodec.gzip(response(chat("read")))));
    assertHeard("read");
  }

  @Test
  void plainBytesOfACompressTypeThatNobodyKnowsAreRead() {
    receive(framed("zstd", response(chat("read"))));
    assertHeard("read");
  }

  @Test
  void anEmptyPayloadSaysNothing() {
    receive(framed("gzip", new byte[0]));
    receive(bytes(packet(DouyinPacket.HEARTBEAT, "gzip", new byte[0])));
    assertThat(out.all(Answered.class)).hasSize(1);
    assertHeard();
  }

  @Test
  void aMessageThatIsCutCostsNoNeighbour() {
    byte[] whole = new ProtoWriter().string(3, "a long enough text").toBytes();
    for (int length = 1; length < whole.length; length++) {
      receive(framed(chat("before"), payload(Arrays.copyOf(whole, length)), chat("after")));
      assertMalformed("WebcastChatMessage: protobuf", "before", "after");
    }
  }

  @Test
  void aLengthBeyondTheEndOfAMessageCostsNoNeighbour() {
    // field 3, of 127 bytes; and field 2, of 2^31 - 1
    for (String hex : List.of("1a7f61", "12ffffffff07")) {
      receive(framed(chat("before"), payload(hex), chat("after")));
      assertMalformed("points beyond its message", "before", "after");
    }
  }

  @Test
  void aLengthBeyondTheEndOfTheResponseCostsNothingBeforeIt() {
    byte[] whole = response(chat("before"), chat("before too"));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(whole);
    body.writeBytes(HexFormat.of().parseHex("0a8020" + "0a03"));
    receive(framed("gzip", DouyinPacketCodec.gzip(body.toByteArray())));
    assertMalformed("points beyond its message", "before", "before too");
  }

  @Test
  void groupsAreSkipped() {
    // field 90: group begin, a varint, group end; then 3 "ok"
    receive(framed(chat("before"), payload("d305" + "0801" + "d405" + "1a026f6b"), chat("after")));
    assertHeard("before", "ok", "after");
  }

  @Test
  void aGroupThatDoesNotEndAndAWireTypeThatDoesNotExistAreReported() {
    for (String hex : List.of("d305" + "0801", "d405", "1e01", "1f01", "00")) {
      receive(framed(chat("before"), payload(hex), chat("after")));
      assertMalformed("WebcastChatMessage: ", "before", "after");
    }
  }

  @Test
  void tenThousandMessagesInOneResponseAreHeard() {
    List<DouyinMessage> messages =
        LongStream.range(0, 10_000).mapToObj(n -> chat("n" + n)).toList();
    receive(Douyins.frame(1, true, messages));
    assertThat(out.broken()).isEmpty();
    assertThat(out.events(Chat.class)).hasSize(10_000);
    out.clear();
    assertHeard();
  }

  @Test
  void moreMessagesThanTheBoundInOneResponseAreReported() {
    byte[] empty = DouyinResponseCodec.encode(chat("x"));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] one = new ProtoWriter().bytes(1, empty).toBytes();
    for (int i = 0; i <= Bounds.PACKETS_PER_FRAME; i++) {
      body.writeBytes(one);
    }
    receive(framed("gzip", DouyinPacketCodec.gzip(body.toByteArray())));
    assertThat(out.broken()).containsExactly("more than 20000 messages");
    out.clear();
    assertHeard();
  }

  @Test
  void stringsThatAreNotUtf8AreReadWithReplacements() {
    // 3: 'a', 0xff, 'b'
    receive(framed(chat("before"), payload("1a0361ff62"), chat("after")));
    assertHeard("before", "a\ufffdb", "after");
  }

  @Test
  void aMethodThatIsNotUtf8CostsNoNeighbour() {
    byte[] odd = new ProtoWriter().bytes(1, new byte[] {(byte) 0xff}).varint(3, 99).toBytes();
    ProtoWriter body = new ProtoWriter();
    body.bytes(1, DouyinResponseCodec.encode(chat("before"))).bytes(1, odd);
    body.bytes(1, DouyinResponseCodec.encode(chat("after")));
    receive(framed("none", body.toBytes()));
    assertHeard("before", "after");
  }

  @Test
  void negativeCountsAreReported() {
    DouyinMessage gift =
        Douyins.message("WebcastGiftMessage", nextId++, new ProtoWriter().varint(5, -3));
    DouyinMessage like =
        Douyins.message("WebcastLikeMessage", nextId++, new ProtoWriter().varint(2, -1));
    receive(framed(chat("before"), gift, like, chat("after")));
    assertThat(out.broken())
        .containsExactly(
            "WebcastGiftMessage: gifts are counted below zero",
            "WebcastLikeMessage: likes are counted below zero");
    assertThat(texts()).containsExactly("before", "after");
    out.clear();
    assertHeard();
  }

  @Test
  void aMessageThatIsNoMessageCostsNoNeighbour() {
    ProtoWriter body = new ProtoWriter();
    body.bytes(1, DouyinResponseCodec.encode(chat("before"))).varint(1, 1);
    body.bytes(1, DouyinResponseCodec.encode(chat("after")));
    receive(framed("none", body.toBytes()));
    assertMalformed("message has wire type 0", "before", "after");
  }

  @Test
  void aMessageLargerThanTheBoundIsReported() {
    receive(framed(chat("before"), chat("x".repeat(Bounds.STRING)), chat("after")));
    assertMalformed("message is larger than 1 MiB", "before", "after");
  }

  @Test
  void whatWouldMakeEveryUrlFailIsReportedAndNotKept() {
    byte[] large = "x".repeat(1 << 20).getBytes(UTF_8);
    for (int field : new int[] {2, 5, 14}) {
      byte[] chat = response(chat("read"));
      byte[] broken = new ProtoWriter().bytes(field, large).toBytes();
      byte[] body = Arrays.copyOf(chat, chat.length + broken.length);
      System.arraycopy(broken, 0, body, chat.length, broken.length);
      receive(framed("gzip", DouyinPacketCodec.gzip(body)));
      assertMalformed("is longer than 4096 bytes", "read");
    }
  }

  @Test
  void aLogIdAboveTwoToThe63IsAcknowledgedAsItIs() throws Exception {
    for (String logId : List.of("9223372036854775808", "18446744073709551615")) {
      out.clear();
      receive(Douyins.frame(Long.parseUnsignedLong(logId), true, List.of(chat("x"))));
      DouyinPacket ack = DouyinPacketCodec.decode(out.sent().get(0));
      assertThat(Long.toUnsignedString(ack.logId())).isEqualTo(logId);
      String ext = UTF_8.decode(ack.payload()).toString();
      assertThat(ext).isEqualTo("ext:" + Long.parseUnsignedLong(logId));
    }
    out.clear();
    assertHeard();
  }

  @Test
  void whatIsNoPushFrameAtAllIsReported() {
    receive(HexFormat.of().parseHex("ffffffffffffffffffffff"));
    assertThat(out.broken()).hasSize(1);
    receive(new byte[0]);
    out.clear();
    assertHeard();
  }

  private DouyinMessage chat(String text) {
    return Douyins.message("WebcastChatMessage", nextId++, new ProtoWriter().string(3, text));
  }

  private DouyinMessage payload(String hex) {
    return payload(HexFormat.of().parseHex(hex));
  }

  private DouyinMessage payload(byte[] bytes) {
    return new DouyinMessage("WebcastChatMessage", ByteBuffer.wrap(bytes), nextId++);
  }

  private static byte[] response(DouyinMessage... messages) {
    ProtoWriter body = new ProtoWriter();
    for (DouyinMessage message : messages) {
      body.bytes(1, DouyinResponseCodec.encode(message));
    }
    return body.toBytes();
  }

  private static byte[] framed(DouyinMessage... messages) {
    return framed("gzip", DouyinPacketCodec.gzip(response(messages)));
  }

  private static byte[] framed(String compressType, byte[] payload) {
    return bytes(packet(DouyinPacket.MSG, compressType, payload));
  }

  private static DouyinPacket packet(String type, String compressType, byte[] payload) {
    Map<String, String> headers = Map.of(DouyinPacket.COMPRESS_TYPE, compressType);
    return new DouyinPacket(1, 1, 8888, 8, headers, "pb", type, ByteBuffer.wrap(payload));
  }

  private static byte[] bytes(DouyinPacket packet) {
    return Douyins.bytes(DouyinPacketCodec.encode(packet));
  }

  private void receive(byte[] frame) {
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
  }

  private List<String> texts() {
    return out.events(Chat.class).stream().map(Chat::text).toList();
  }

  /** One report of that kind, those neighbours in the same frame, and the next frame. */
  private void assertMalformed(String why, String... neighbours) {
    assertThat(out.broken()).hasSize(1);
    assertThat(out.broken().get(0)).contains(why);
    assertThat(texts()).containsExactly(neighbours);
    out.clear();
    assertHeard();
  }

  /** Nothing is broken, those were heard, and the next frame is heard too. */
  private void assertHeard(String... texts) {
    List<String> expected = new ArrayList<>(List.of(texts));
    expected.add("next");
    receive(framed(chat("next")));
    assertThat(out.broken()).isEmpty();
    assertThat(texts()).isEqualTo(expected);
    out.clear();
  }
}
