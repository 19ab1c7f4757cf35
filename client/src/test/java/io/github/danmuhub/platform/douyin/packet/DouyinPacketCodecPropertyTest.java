package io.github.danmuhub.platform.douyin.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class DouyinPacketCodecPropertyTest {

  @Property(tries = 200)
  void packetsReadAsTheyWereWritten(
      @ForAll long seqId, @ForAll long logId, @ForAll String type, @ForAll byte[] payload)
      throws MalformedException {
    DouyinPacket packet =
        new DouyinPacket(
            seqId, logId, 8888, 8, Map.of("k", "v"), "pb", utf8(type), ByteBuffer.wrap(payload));
    assertThat(DouyinPacketCodec.decode(DouyinPacketCodec.encode(packet))).isEqualTo(packet);
  }

  @Property(tries = 200)
  void acksCarryTheLogIdAndInternalExtOfTheirFrame(@ForAll long logId) throws MalformedException {
    RecordingContext out = Douyins.receive(Douyins.frame(logId, true, List.of()));
    DouyinPacket packet = DouyinPacketCodec.decode(out.sent().get(0));
    assertThat(packet.logId()).isEqualTo(logId);
    assertThat(new String(Douyins.bytes(packet.payload()), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("ext:" + logId);
  }

  @Property(tries = 200)
  void chatSurvivesTheWayThroughTheWire(@ForAll String text, @ForAll long id) {
    ProtoWriter payload = new ProtoWriter().string(3, utf8(text));
    RecordingContext out =
        Douyins.receive(
            Douyins.frame(1, false, List.of(Douyins.message("WebcastChatMessage", id, payload))));
    assertThat(out.events(Chat.class)).extracting(Chat::text).containsExactly(utf8(text));
  }

  @Property(tries = 200)
  void queriesReadAsTheyWereWrittenAndFitAUrl(
      @ForAll @Size(max = 5) Map<@NotEmpty String, String> params) {
    Query query = Query.EMPTY;
    for (Map.Entry<String, String> param : params.entrySet()) {
      query = query.with(utf8(param.getKey()), utf8(param.getValue()));
    }
    Query read = Query.parse(URI.create("https://h/?" + query).getRawQuery());
    for (String name : params.keySet()) {
      assertThat(read.get(utf8(name))).isEqualTo(query.get(utf8(name)));
    }
  }

  @Property(tries = 300)
  void patternsOfAnySortAreFilled(
      @ForAll String pattern, @ForAll @Size(max = 4) List<String> pieces) {
    ProtoWriter text = new ProtoWriter().string(2, utf8(pattern));
    pieces.forEach(piece -> text.message(4, new ProtoWriter().string(11, utf8(piece))));
    ProtoWriter common = new ProtoWriter().message(1, new ProtoWriter().message(8, text));
    RecordingContext out =
        Douyins.receive(Douyins.frame(1, false, List.of(Douyins.message("WebcastAny", 1, common))));
    assertThat(out.events()).hasSize(1);
  }

  /** Without lone surrogates, which UTF-8 does not have. */
  private static String utf8(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
