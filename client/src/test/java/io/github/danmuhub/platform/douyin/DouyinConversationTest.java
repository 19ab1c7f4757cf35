package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.testing.RecordingContext.Action.Answered;
import io.github.danmuhub.testing.RecordingContext.Action.Live;
import io.github.danmuhub.testing.RecordingContext.Action.Poll;
import io.github.danmuhub.testing.RecordingContext.Action.Send;
import io.github.danmuhub.wire.ProtoWriter;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The session against the simulated site, in virtual time. */
class DouyinConversationTest {

  @Test
  void aRoomIsLookedUpDialledAndHeard() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect().pass(60_000);
    assertThat(world.out.all(Live.class)).hasSize(1);
    assertThat(world.out.broken()).isEmpty();
    assertThat(world.out.events(Unknown.class)).isEmpty();
    assertThat(world.out.events(Room.class).get(0).title()).contains("80017709309");
    assertThat(world.out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.LIVE);
    assertThat(world.out.events(Stats.class).get(0).figure(Stats.Figure.ONLINE)).hasValue(21_000);
    // five a second: 60 s give 300, and the history before
    List<LiveEvent> live =
        world.out.events().stream()
            .filter(e -> Douyins.isFirst(e) && !e.origin().history())
            .toList();
    assertThat(live.size()).isBetween(290, 301);
    assertThat(world.dropped).isEmpty();
  }

  @Test
  void theAnchorOfThePageIsTheAnchorInTheChat() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect().pass(10_000);
    assertThat(world.out.events(Chat.class))
        .filteredOn(chat -> chat.user().roles().contains(User.Role.ANCHOR))
        .isNotEmpty()
        .allMatch(chat -> "云逗猫主播".equals(chat.user().name()));
  }

  @Test
  void theSameSeedSaysTheSame() {
    List<LiveEvent> once = new DouyinWorld(DouyinWorld.today()).connect().pass(20_000).out.events();
    List<LiveEvent> again =
        new DouyinWorld(DouyinWorld.today()).connect().pass(20_000).out.events();
    assertThat(once).isEqualTo(again);
  }

  @Test
  void whatIsReplayedAtJoiningIsHistory() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect();
    List<LiveEvent> told =
        world.out.events().stream().filter(e -> e.origin().id() != null).toList();
    assertThat(told).hasSize(5).allMatch(event -> event.origin().history());
  }

  @Test
  void historyIsNotReceivedBeforeItWasSaid() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today());
    world.latency = 1_000;
    world.connect();
    assertThat(world.out.events(Chat.class))
        .isNotEmpty()
        .allMatch(chat -> chat.origin().time() <= chat.origin().received());
  }

  @Test
  void theHeartbeatLeavesRightAfterOpeningAndEveryTenSeconds() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect();
    assertThat(hex(world.out.all(Send.class).get(0))).isEqualTo("3a026862");
    world.pass(60_000);
    assertThat(world.out.all(Send.class).stream().filter(s -> hex(s).equals("3a026862")))
        .hasSize(7);
    assertThat(world.tally("heartbeats")).isEqualTo(7);
    assertThat(world.out.all(Answered.class)).hasSize(7);
  }

  @Test
  void everyFrameThatWantsAnAckGetsExactlyOne() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect().pass(60_000);
    long frames = world.tally("frames that want an ack");
    assertThat(frames).isBetween(1L, world.tally("frames sent") - 1);
    assertThat(world.tally("acks right")).isEqualTo(frames);
    assertThat(world.tally("acks wrong")).isZero();
    assertThat(world.tally("acks missing")).isZero();
    assertThat(world.tally("acks out of order")).isZero();
    assertThat(world.tally("other frames while an ack is owed")).isZero();
    // nothing that the strict site only tolerates
    assertThat(world.site.tallies().keySet()).noneMatch(name -> name.startsWith("handshake w"));
  }

  @Test
  void anAckLeavesBeforeTheMessagesAreHandled() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect();
    int before = world.out.actions().size();
    world.pass(1_000);
    assertThat(world.out.actions().get(before)).isInstanceOf(Send.class);
    assertThat(hex((Send) world.out.actions().get(before))).contains("3a0361636b");
  }

  @Test
  void aClientThatIsSilentForTwentySecondsIsDropped() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).mute().connect().pass(19_999);
    assertThat(world.dropped).isEmpty();
    world.pass(1);
    assertThat(world.dropped).isEqualTo("silent clients dropped");
    assertThat(world.tally("silent clients dropped")).isEqualTo(1);
    assertThat(world.tally("acks missing")).isPositive();
  }

  @Test
  void aLostSocketIsDialledAgainBehindTheLastCursorWithoutALookup() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect().pass(5_000);
    int lookups = world.calls.size();
    Verdict verdict = world.lose(new Closed(1006, "reset", null));
    assertThat(verdict).isEqualTo(Verdict.RESOLVE);
    Dial.WebSocket again = (Dial.WebSocket) world.resolve(Resolve.STALE).get(0);
    assertThat(world.calls).hasSize(lookups);
    Query query = Query.parse(again.uri().getRawQuery());
    assertThat(Simulated.position(query.get("cursor"))).isEqualTo(26);
    assertThat(query.get("internal_ext")).startsWith("internal_src:pushserver|");

    int heard = world.out.events(Chat.class).size();
    world.dial(again);
    world.pass(10_000);
    assertThat(world.out.events(Chat.class).size()).isGreaterThan(heard);
    // and a socket on which nothing was heard costs a lookup
    world.lose(new Closed(1006, "", null));
    world.resolve(Resolve.STALE);
    world.lose(new Closed(1006, "", null));
    world.resolve(Resolve.STALE);
    assertThat(world.calls.size()).isGreaterThan(lookups);
  }

  @Test
  void aRefusedSocketFallsBackToPolling() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today(Fault.DEVICE_BLOCKED));
    List<Dial> dials = world.resolve(Resolve.FIRST);
    assertThat(world.dial(dials.get(0))).isEqualTo(Verdict.NEXT_DIAL);
    assertThat(dials.get(dials.size() - 1)).isInstanceOf(Dial.Polling.class);
    world.dial(dials.get(dials.size() - 1));
    world.pass(20_000);
    assertThat(world.out.all(Poll.class).get(1).delayMs()).isEqualTo(1_000);
    List<LiveEvent> live =
        world.out.events().stream()
            .filter(e -> e.origin().id() != null && !e.origin().history())
            .toList();
    assertThat(live.size()).isGreaterThan(80);
  }

  @Test
  void anUnsignedUrlIsRefusedTodayAndWasNotIn2022() throws Exception {
    DouyinTicket unsigned =
        new DouyinTicket(
            Long.toString(Simulated.roomId(Douyins.ROOM.room())),
            DouyinSocketUrl.SERVERS.get(0),
            Map.of(),
            "");
    for (Rules rules : Rules.values()) {
      DouyinWorld world = new DouyinWorld(DouyinWorld.options(rules, List.of(), 5, false));
      Dial dial =
          new Dial.WebSocket(
              DouyinSocketUrl.of(unsigned, DouyinCursor.NONE, "7312345678901234567"),
              Headers.NONE,
              new Pace(1, 1));
      assertThat(world.dial(dial)).isEqualTo(rules == Rules.TODAY ? Verdict.NEXT_DIAL : null);
    }
  }

  @Test
  void theRoomOf2022IsHeardByItsRenderDataPage() {
    SimulationOptions options = DouyinWorld.options(Rules.YEAR_2022, List.of(), 5, false);
    DouyinWorld world = new DouyinWorld(options).connect().pass(10_000);
    assertThat(world.out.events(Chat.class)).isNotEmpty();
  }

  @Test
  void aCaptureIsReplayedInItsOwnTimesAndAgainWithFreshIds() {
    byte[] first = Douyins.frame(1, true, List.of(DouyinConversationTest.chat(1), gift(2, 1)));
    byte[] second = Douyins.frame(2, true, List.of(gift(3, 4)));
    List<RecordedFrame> frames =
        List.of(
            new RecordedFrame(1_000, FrameKind.BINARY, Raw.bytes(first)),
            new RecordedFrame(3_000, FrameKind.BINARY, Raw.bytes(second)));
    SimulationOptions once = DouyinWorld.options(Rules.TODAY, frames, 0, false);
    DouyinWorld world = new DouyinWorld(once).connect().pass(60_000);
    assertThat(world.out.events(Chat.class)).hasSize(1);
    assertThat(gifts(world)).isEqualTo(4);

    SimulationOptions loop = DouyinWorld.options(Rules.TODAY, frames, 0, true);
    DouyinWorld again = new DouyinWorld(loop).connect().pass(8_500);
    assertThat(again.out.events(Chat.class)).hasSize(3);
    assertThat(again.out.events(Chat.class).stream().map(c -> c.origin().id()).distinct())
        .hasSize(3);
    assertThat(gifts(again)).isEqualTo(12);
  }

  @Test
  void polledAnswersAreReplayedAndPagesAreNot() {
    byte[] body =
        DouyinResponseCodec.encode(
            new DouyinResponse("t-1_r-1_d-1_u-1", 0, 1, "internal_src:dim|", Map.of(), false, ""),
            List.of(DouyinResponseCodec.encode(chat(1))));
    byte[] page = "<html></html>".getBytes(UTF_8);
    List<Recorded> answers =
        List.of(
            new RecordedAnswer(1_000, URI.create("https://live.douyin.com/1"), Raw.bytes(page)),
            new RecordedAnswer(2_000, URI.create("https://a/webcast/im/fetch/"), Raw.bytes(body)));
    SimulationOptions replay = DouyinWorld.options(Rules.TODAY, answers, 0, false);
    DouyinWorld world = new DouyinWorld(replay).connect().pass(10_000);
    assertThat(world.out.events(Chat.class)).hasSize(1);
    assertThat(world.out.broken()).isEmpty();
  }

  private static DouyinMessage chat(long id) {
    return Douyins.message("WebcastChatMessage", id, new ProtoWriter().string(3, "嗨"));
  }

  private static DouyinMessage gift(long id, long units) {
    return Douyins.message(
        "WebcastGiftMessage",
        id,
        new ProtoWriter().varint(2, 463).varint(5, units).varint(11, 1_776_121_373));
  }

  private static String hex(Send sent) {
    return HexFormat.of().formatHex(Douyins.bytes(sent.bytes()));
  }

  private static long gifts(DouyinWorld world) {
    return world.out.events(Gift.class).stream()
        .filter(gift -> !gift.origin().history())
        .mapToLong(Gift::count)
        .sum();
  }
}
