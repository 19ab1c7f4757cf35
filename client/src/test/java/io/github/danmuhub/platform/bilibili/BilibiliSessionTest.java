package io.github.danmuhub.platform.bilibili;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.bilibili.packet.BilibiliFraming;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.bilibili.packet.PacketLog;
import io.github.danmuhub.platform.bilibili.site.SimulatedSites;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilibiliSessionTest {
  private static final String AUTH_OK = "0000001a 0010 0001 00000008 00000001 7b22636f6465223a307d";
  private static final String AUTH_OK_EMPTY = "00000010 0010 0001 00000008 00000001";

  private RecordingContext out;
  private RoomSession session;
  private long start;

  @BeforeEach
  void lookUp() {
    out = SimulatedSites.asking(SimulatedSites.scripted());
    session = new Bilibili().open(new RoomRef("bilibili", SimulatedSites.ROOM), out);
    open(session.resolve(Resolve.FIRST).toCompletableFuture().join().get(0));
  }

  private void open(Dial dial) {
    out.clear();
    start = out.ticks();
    session.onOpen(dial);
  }

  @Test
  void theFirstPacketIsTodaysAuthentication() {
    assertThat(sent())
        .singleElement()
        .asString()
        .matches(
            "\\{\"uid\":0,\"roomid\":545068,\"protover\":3,\"buvid\":\"[\\w-]+infoc\","
                + "\"support_ack\":true,\"queue_uuid\":\"[0-9a-f]{8}\",\"scene\":\"\","
                + "\"platform\":\"web\",\"type\":2,\"key\":\"[^\"]+\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {AUTH_OK, AUTH_OK_EMPTY})
  void itIsLiveOnlyAfterTheAuthenticationIsAccepted(String reply) {
    assertThat(out.isLive()).isFalse();
    receive(reply);

    assertThat(out.isLive()).isTrue();
    assertThat(sent().get(1)).isEqualTo("[object Object]");
    assertThat(out.wakeAt()).isEqualTo(start + 30_000);
  }

  @ParameterizedTest
  @CsvSource({
    "-101, the token is refused (code -101)",
    "7, the authentication is refused (code 7)"
  })
  void aRefusalIsReconnectedInWords(int code, String why) {
    receive(BilibiliPacketCodec.encode(BilibiliAuth.reply(code)));

    assertThat(out.isLive()).isFalse();
    assertThat(out.all(Action.Reconnect.class))
        .containsExactly(new Action.Reconnect(Setback.again(code, why)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "[]", "{\"code\":\"x\"}"})
  void aReplyThatSaysNothingIsMalformedAndNotLive(String body) {
    receive(
        BilibiliPacketCodec.encode(
            BilibiliPacket.control(BilibiliPacket.AUTH_REPLY, body.getBytes(UTF_8))));

    assertThat(out.isLive()).isFalse();
    assertThat(out.broken()).hasSize(1);
  }

  @Test
  void aHeartbeatLeavesEveryThirtySeconds() {
    receive(AUTH_OK);
    wake(29_999);
    assertThat(sent()).hasSize(2);
    wake(30_000);

    assertThat(sent()).hasSize(3);
    assertThat(out.wakeAt()).isEqualTo(start + 60_000);
  }

  @Test
  void onTcpTheHeartbeatIsEmptySoThatNoEchoBreaksTheStream() {
    open(new Dial.Tcp("h", 1, false, new BilibiliFraming(), BilibiliServers.PACE));
    receive(AUTH_OK);

    assertThat(sent().get(1)).isEmpty();
  }

  @Test
  void aHeartbeatReplyIsAnAnswerAndItsPopularityAnEvent() {
    receive("00000014 0010 0001 00000003 00000000 000009a2");

    assertThat(out.all(Action.Answered.class)).hasSize(1);
    assertThat(out.events())
        .singleElement()
        .isInstanceOfSatisfying(
            Stats.class,
            stats -> assertThat(stats.figures()).isEqualTo(Map.of(Figure.POPULARITY, 2466L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "00000001"})
  void aPopularityOfOneOrLessIsNoEvent(String popularity) {
    receive("00000014 0010 0001 00000003 00000000" + popularity);

    assertThat(out.all(Action.Answered.class)).hasSize(1);
    assertThat(out.events()).isEmpty();
  }

  @Test
  void aHeartbeatReplyWithoutItsNumberIsMalformed() {
    receive("00000010 0010 0001 00000003 00000000");

    assertThat(out.broken()).containsExactly("heartbeat reply has no popularity");
    assertThat(out.all(Action.Answered.class)).isEmpty();
  }

  @Test
  void anUnknownOperationCostsOnlyItself() {
    receive("00000011 0010 0001 00000063 00000000 78" + chat());

    assertThat(out.broken()).containsExactly("unknown operation 99");
    assertThat(out.events()).hasOnlyElementsOfType(Chat.class).hasSize(1);
  }

  @Test
  void brokenJsonCostsOnlyItself() {
    receive("00000013 0010 0000 00000005 00000000 7b6e6f" + chat());

    assertThat(out.broken()).hasSize(1);
    assertThat(out.events()).hasSize(1);
  }

  @Test
  void aTextFrameIsMalformed() {
    session.onFrame(FrameKind.TEXT, ByteBuffer.wrap("{}".getBytes(UTF_8)));

    assertThat(out.broken()).containsExactly("text frame");
  }

  @Test
  void anEmptyFrameIsTold() {
    receive("");

    assertThat(out.broken()).containsExactly("empty frame");
  }

  @Test
  void framesOffTheHeapAreRead() {
    ByteBuffer direct = ByteBuffer.allocateDirect(1024);
    direct.put(HexFormat.of().parseHex(chat())).flip();
    receive(direct.asReadOnlyBuffer());

    assertThat(out.events()).hasSize(1);
  }

  @Test
  void aSocketThatClosesDuringTheAuthenticationNeedsAFreshToken() {
    assertThat(session.onClosed(Closed.gone("")).how()).isEqualTo(Verdict.RESOLVE);
  }

  @Test
  void aSocketThatClosesLaterNeedsAnotherServer() {
    receive(AUTH_OK);

    assertThat(session.onClosed(Closed.gone("")).how()).isEqualTo(Verdict.NEXT_DIAL);
    wake(30_000);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void aPurchaseThatIsHeldOutlivesItsSocketAndIsToldOnce() {
    receive(AUTH_OK);
    receive(purchase());
    out.pass(500);
    session.onClosed(Closed.gone(""));
    assertThat(out.events()).isEmpty();

    wake(2_000);
    session.onEnd();
    assertThat(out.events()).hasSize(1).hasOnlyElementsOfType(Membership.class);
  }

  @Test
  void aRoomThatEndsTellsThePurchaseItHolds() {
    receive(AUTH_OK);
    receive(purchase());
    session.onEnd();

    assertThat(out.events()).hasSize(1).hasOnlyElementsOfType(Membership.class);
  }

  @Test
  void aWallClockThatIsSetBackHoldsUpNeitherHeartbeatsNorPurchases() {
    receive(AUTH_OK);
    receive(purchase());
    out.wallMs -= 8 * 3_600_000;
    wake(2_000);
    assertThat(out.events()).hasSize(1).hasOnlyElementsOfType(Membership.class);
    assertThat(out.wakeAt()).isEqualTo(start + 30_000);

    wake(30_000);
    assertThat(sent()).hasSize(3);
  }

  private static ByteBuffer purchase() {
    String json =
        "{\"cmd\":\"GUARD_BUY\",\"data\":{\"uid\":1,\"guard_level\":3,\"price\":198000,\"num\":1}}";
    return BilibiliPacketCodec.encode(BilibiliPacket.message(json.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "transport, udp, 'bilibili.transport is wss, ws or tcp, not \"udp\"'",
    "protover, 9, 'bilibili.protover is 0 or 1 (plain), 2 (zlib) or 3 (brotli), not \"9\"'",
    "color, red, 'bilibili has no setting color: it has transport, protover, user-agent;"
        + " the program has cookie-file too'"
  })
  void aSettingThatIsWrongIsRefusedInWords(String key, String value, String words) {
    assertThatThrownBy(() -> new Bilibili().check(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  private void receive(String hex) {
    receive(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  private void receive(ByteBuffer frame) {
    session.onFrame(FrameKind.BINARY, frame);
  }

  /** So many milliseconds after the socket was opened. */
  private void wake(long ms) {
    out.pass(start + ms - out.ticks());
    out.woken();
    session.onWake();
  }

  private List<String> sent() {
    return out.all(Action.Send.class).stream()
        .flatMap(send -> PacketLog.of(send.bytes()).bodies.stream())
        .toList();
  }

  private static String chat() {
    return HexFormat.of().formatHex(SimulatedSites.chats(1).get(0).bytes().toBytes());
  }
}
