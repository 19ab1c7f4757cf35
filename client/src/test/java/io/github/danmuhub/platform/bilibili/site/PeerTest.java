package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.bilibili.packet.PacketLog;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.testing.WiredRoom;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's end of a socket, byte by byte. */
class PeerTest {
  private static final String HEARTBEAT = "00000010001000010000000200000001";

  private final List<ByteBuffer> sent = new ArrayList<>();
  private long wakeAt;
  private boolean closed;

  private final PeerSocket out =
      new PeerSocket() {
        @Override
        public void send(FrameKind kind, ByteBuffer bytes) {
          sent.add(bytes.duplicate());
        }

        @Override
        public void wakeAt(long epochMs) {
          wakeAt = epochMs;
        }

        @Override
        public void drop(String why) {
          closed = true;
        }
      };

  @Test
  void aTutorialsAuthIsEnoughUnderTheRulesOf2022AndGetsZlib() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(Rules.YEAR_2022), "/sub");
    peer.onFrame(FrameKind.BINARY, auth("{\"roomid\":545068}"), 0);

    assertThat(hex(0)).isEqualTo("0000001a001000010000000800000001" + "7b22636f6465223a307d");
    peer.onWake(3_000);
    assertThat(sent.get(1).getShort(6)).isEqualTo((short) BilibiliPacket.ZLIB);
    assertThat(PacketLog.of(sent.get(1)).bodies).isNotEmpty();
  }

  @Test
  void aTutorialsAuthIsRefusedToday() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(), "/sub");
    peer.onFrame(FrameKind.BINARY, auth("{\"roomid\":545068}"), 0);

    assertThat(PacketLog.of(sent.get(0)).bodies).containsExactly("{\"code\":-101}");
    assertThat(closed).isTrue();
  }

  @Test
  void aTokenOfAnotherAccountIsDroppedWithoutAWord() throws Exception {
    HostedPlatform<?> site = SimulatedSites.scripted();
    Credentials cookie = new Credentials("SESSDATA=abc; DedeUserID=77");
    WiredRoom room = SimulatedSites.room(site, cookie, Map.of()).open();
    String own = PacketLog.of(room.sent.get(0).buffer()).bodies.get(0);

    HostedPeer peer = open(site, "/sub");
    peer.onFrame(FrameKind.BINARY, auth(own.replace("\"uid\":77", "\"uid\":78")), 0);

    assertThat(closed).isTrue();
    assertThat(sent).isEmpty();
  }

  @Test
  void aHeartbeatBeforeTheAuthenticationClosesTheSocket() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(), "/sub");
    peer.onFrame(FrameKind.BINARY, bytes(HEARTBEAT), 0);

    assertThat(closed).isTrue();
    assertThat(sent).isEmpty();
  }

  @Test
  void aBrokenFirstPacketClosesTheSocket() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(), "/sub");
    peer.onFrame(FrameKind.BINARY, bytes("000000"), 0);

    assertThat(closed).isTrue();
  }

  @Test
  void withoutAnAuthenticationItClosesAfterFiveSeconds() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(), "/sub");
    assertThat(wakeAt).isEqualTo(5_000);
    peer.onWake(4_999);
    assertThat(closed).isFalse();
    peer.onWake(5_000);

    assertThat(closed).isTrue();
  }

  @Test
  void withoutAHeartbeatItClosesAfterSeventySeconds() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(Rules.YEAR_2022), "/sub");
    peer.onFrame(FrameKind.BINARY, auth("{\"roomid\":545068}"), 0);
    peer.onFrame(FrameKind.BINARY, bytes(HEARTBEAT), 30_000);
    peer.onWake(99_999);
    assertThat(closed).isFalse();
    peer.onWake(100_000);

    assertThat(closed).isTrue();
  }

  @Test
  void theEchoOfAHeartbeatStandsOutsideOfTheLength() throws RefusedException {
    HostedPeer peer = open(SimulatedSites.scripted(Rules.YEAR_2022), "/sub");
    peer.onFrame(FrameKind.BINARY, auth("{\"roomid\":545068}"), 0);
    // length 18, operation 2, body {}
    peer.onFrame(FrameKind.BINARY, bytes("00000012001000010000000200000001" + "7b7d"), 1);

    assertThat(hex(1)).isEqualTo("00000014001000010000000300000000" + "00000001" + "7b7d");
  }

  @Test
  void onTcpAHeartbeatHasNoEcho() throws RefusedException {
    HostedPeer peer = SimulatedSites.scripted(Rules.YEAR_2022).accept(null, 0, out);
    peer.onFrame(FrameKind.BINARY, auth("{\"roomid\":545068}"), 0);
    peer.onFrame(FrameKind.BINARY, bytes("00000012001000010000000200000001" + "7b7d"), 1);

    assertThat(hex(1)).isEqualTo("00000014001000010000000300000000" + "00000001");
  }

  @Test
  void oddPacketsAreToleratedAndCounted() throws RefusedException {
    HostedPlatform<?> site = SimulatedSites.scripted(Rules.YEAR_2022);
    HostedPeer peer = open(site, "/sub");
    peer.onFrame(FrameKind.BINARY, auth("{\"roomid\":545068}"), 0);
    peer.onFrame(FrameKind.BINARY, bytes("00000010001000010000001800000001"), 1); // operation 24

    assertThat(closed).isFalse();
    assertThat(site.tallies()).containsEntry("odd: operation 24", 1L);
  }

  @ParameterizedTest
  @EnumSource
  void packetsInTextMessagesAreTakenAndCountedAsOdd(Rules rules) throws Exception {
    HostedPlatform<?> site = SimulatedSites.scripted(rules);
    ByteBuffer auth = SimulatedSites.room(site).open().sent.get(0).buffer();

    HostedPeer peer = open(site, "/sub");
    peer.onFrame(FrameKind.TEXT, auth, 0);
    peer.onFrame(FrameKind.TEXT, bytes(HEARTBEAT), 1);

    assertThat(closed).isFalse();
    assertThat(PacketLog.of(sent.get(0)).bodies).containsExactly("{\"code\":0}");
    assertThat(hex(1)).isEqualTo("00000014001000010000000300000000" + "00000001");
    assertThat(site.tallies()).containsEntry("odd: text frames", 2L);
  }

  @Test
  void aHandshakeElsewhereIsRefused() {
    assertThatThrownBy(() -> open(SimulatedSites.scripted(), "/elsewhere"))
        .isInstanceOf(RefusedException.class);
  }

  private HostedPeer open(HostedPlatform<?> site, String path) throws RefusedException {
    URI uri = URI.create("ws://broadcastlv.chat.bilibili.com:2244" + path);
    return site.accept(HttpCall.get(uri, Headers.NONE), 0, out);
  }

  private static ByteBuffer auth(String json) {
    return BilibiliPacketCodec.encode(
        BilibiliPacket.control(BilibiliPacket.AUTH, json.getBytes(UTF_8)));
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }

  private String hex(int frame) {
    byte[] bytes = new byte[sent.get(frame).remaining()];
    sent.get(frame).duplicate().get(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
