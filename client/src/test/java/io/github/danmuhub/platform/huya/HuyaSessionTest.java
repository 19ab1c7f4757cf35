package io.github.danmuhub.platform.huya;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.huya.packet.HuyaGroups;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HuyaSessionTest {
  private static final long PRESENTER = 1_724_691;
  private static final String PROFILE =
      """
      {"status":200,"data":{"liveStatus":"ON","profileInfo":{"uid":1724691},
       "liveData":{"introduction":"晚上好"}}}
      """;

  private final RecordingContext context = RecordingContext.of("huya");
  private final HuyaSession session = new HuyaSession(new RoomRef("huya", "lpl"), context);

  private List<Dial> resolve() {
    HttpReply profile = HttpReply.of(200, "application/json", PROFILE);
    context.http = call -> CompletableFuture.completedStage(profile);
    return session.resolve(Resolve.FIRST).toCompletableFuture().join();
  }

  private void open() {
    session.onOpen(resolve().get(0));
  }

  private void frame(HuyaPacket packet) {
    session.onFrame(FrameKind.BINARY, packet.encode());
  }

  private void goLive() {
    open();
    frame(HuyaGroups.of(PRESENTER).answer(1));
    context.clear();
  }

  private List<HuyaPacket> sent() throws MalformedException {
    List<HuyaPacket> packets = new ArrayList<>();
    for (ByteBuffer frame : context.sent()) {
      packets.add(HuyaPacket.decode(frame));
    }
    return packets;
  }

  private static HuyaMessage gift(long id) {
    byte[] body =
        new TarsWriter()
            .number(0, 4)
            .number(2, 1)
            .number(3, PRESENTER)
            .string(6, "甲")
            .number(39, 9)
            .toBytes();
    return HuyaMessage.of(6501, body, id);
  }

  @Test
  void itDialsThePagesSocketFirst() {
    assertThat(resolve())
        .extracting(dial -> ((Dial.WebSocket) dial).uri().getHost())
        .containsExactly("wsapi.huya.com", "cdnws.api.huya.com");
    assertThat(context.events()).hasSize(2);
  }

  @Test
  void itRegistersForThePresentersGroupsBeforeAnythingElse() throws MalformedException {
    open();
    assertThat(sent()).hasSize(1);
    assertThat(HuyaGroups.ofRequest(sent().get(0))).isEqualTo(HuyaGroups.of(PRESENTER));
    assertThat(context.isLive()).isFalse();
  }

  @Test
  void itIsLiveOnceTheGroupsAreAccepted() throws MalformedException {
    open();
    frame(HuyaGroups.of(PRESENTER).answer(1));
    frame(HuyaGroups.of(PRESENTER).answer(1));
    assertThat(context.all(Action.Live.class)).hasSize(1);
    assertThat(sent()).last().isEqualTo(HuyaPacket.heartbeat());
  }

  @Test
  void aRefusalIsToldWithItsCodeAndNeverLive() {
    open();
    frame(new HuyaGroups(-3, List.of()).answer(1));
    assertThat(context.all(Action.Reconnect.class))
        .containsExactly(
            new Action.Reconnect(Setback.again(-3, "Huya refuses the room's groups (code -3)")));
    assertThat(context.isLive()).isFalse();
  }

  @Test
  void aHeartbeatLeavesEachMinuteAndItsAnswerIsNoticed() throws MalformedException {
    goLive();
    assertThat(context.wakeAt()).isEqualTo(context.ticks + 60_000);
    context.pass(59_999);
    session.onWake();
    assertThat(sent()).isEmpty();
    context.pass(1);
    session.onWake();
    assertThat(sent()).containsExactly(HuyaPacket.heartbeat());
    frame(HuyaPacket.of(HuyaPacket.HEARTBEAT_ANSWER, new byte[0], 0));
    assertThat(context.all(Action.Answered.class)).hasSize(1);
  }

  @Test
  void bothPushesAreHeard() {
    goLive();
    frame(HuyaPush.one("chat:1724691", gift(1)));
    frame(HuyaPush.batch("live:1724691", List.of(gift(1), gift(2))));
    assertThat(context.events()).hasSize(2).allMatch(Gift.class::isInstance);
  }

  @Test
  void aComboEndsByTheClockAndItsTimerIsSet() {
    goLive();
    frame(HuyaPush.one("chat:1724691", gift(1)));
    assertThat(context.wakeAt()).isEqualTo(context.ticks + 4_000);
    context.pass(4_000);
    session.onWake();
    assertThat(context.events(Gift.class)).extracting(Gift::count).containsExactly(1L, 0L);
  }

  @Test
  void whatIsHeldBackIsToldAtTheEnd() {
    goLive();
    frame(HuyaPush.one("chat:1724691", gift(1)));
    session.onEnd();
    assertThat(context.events(Gift.class)).extracting(Gift::count).containsExactly(1L, 0L);
  }

  @Test
  void aLostSocketIsDialledAtTheNextHostAndNoHeartbeatLeaves() throws MalformedException {
    goLive();
    assertThat(session.onClosed(Closed.gone("reset")).how()).isEqualTo(Verdict.NEXT_DIAL);
    context.pass(100_000);
    session.onWake();
    assertThat(sent()).isEmpty();
  }

  @Test
  void aCaptureIsReadWithoutALookup() {
    session.onFrame(FrameKind.BINARY, HuyaCaptures.frame("synthetic/cmd7_1400_plain"));
    assertThat(context.events(Chat.class)).extracting(Chat::text).containsExactly("666");
  }

  @Test
  void aBrokenFrameIsReported() {
    goLive();
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(new byte[] {15}));
    session.onFrame(FrameKind.TEXT, ByteBuffer.wrap(new byte[] {'a'}));
    assertThat(context.broken())
        .containsExactly("TARS is broken: field 0 has type 15", "text frame");
  }

  @Test
  void aPacketThatIsNotKnownIsUnknownWithItsBytes() {
    goLive();
    frame(HuyaPacket.of(34, new byte[] {1, 2}, 0));
    Unknown unknown = context.events(Unknown.class).get(0);
    assertThat(unknown.cmd()).isEqualTo("packet 34");
    assertThat(unknown.origin().raw()).isNotNull();
  }
}
