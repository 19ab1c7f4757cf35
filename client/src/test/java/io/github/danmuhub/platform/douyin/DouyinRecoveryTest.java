package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Headers;
import io.github.danmuhub.platform.HttpCall;
import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.DouyinRecording.Fetch;
import io.github.danmuhub.platform.douyin.DouyinRecording.Reconnect;
import io.github.danmuhub.platform.douyin.DouyinRecording.Sent;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinQuery;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A site that goes silent, says nonsense, or takes nothing that we have: the room comes back. */
class DouyinRecoveryTest {
  private static final Closed DROPPED = new Closed(1006, "", null);
  private static final String NAMED = "wss://webcast3-ws-web-hl.douyin.com/webcast/im/push/v2/";
  private static final HttpReply EMPTY = HttpReply.of(200, "application/protobuffer", "");

  private final DouyinRecording out = new DouyinRecording();
  private final List<HttpCall> calls = new ArrayList<>();
  private DouyinSession session = Douyins.session();
  private String page = Douyins.page("2");
  private Function<DouyinQuery, HttpReply> fetch = query -> EMPTY;
  private long nextId = 1;

  @Test
  void threeUnreadablePagesOfAnEndedRoomLeadToALookupThatSpeaks() {
    page = Douyins.page("4");
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    page(HttpReply.of(200, "text/html", Simulated.verification()));
    page(HttpReply.of(444, "text/html", ""));
    page(HttpReply.of(200, "text/html", page));
    page(HttpReply.none());
    page(HttpReply.of(200, "text/html", Simulated.verification()));
    assertThat(out.all(Reconnect.class)).isEmpty();
    page(HttpReply.of(302, "text/html", ""));
    assertThat(out.all(Reconnect.class))
        .containsExactly(
            new Reconnect(
                Verdict.RESOLVE,
                302,
                "nobody knows whether the broadcast is on again: its page could not be read 3"
                    + " times in a row"));
  }

  @Test
  void aSocketThatOnlyAnswersHeartbeatsOrClosesIsNotDialledAgainWithoutALookup() {
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    receive(Douyins.frame(1, true, List.of(chat("heard"))));
    session.onClosed(DROPPED, Douyins.NOW, out);
    calls.clear();
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    assertThat(paths()).isEmpty();
    receive(Douyins.bytes(DouyinPacketCodec.heartbeat()));
    receive(packet(DouyinPacket.CLOSE));
    assertThat(out.all(Reconnect.class)).hasSize(1);
    resolve();
    assertThat(paths()).contains("/80017709309");
  }

  @Test
  void whoIsHeardAndLostTwiceIsLookedUp() {
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    for (int i = 0; i < 2; i++) {
      receive(Douyins.frame(1, true, List.of(chat("heard"))));
      session.onClosed(DROPPED, Douyins.NOW, out);
      calls.clear();
      session.onOpen(resolve().get(0), Douyins.NOW, out);
    }
    assertThat(paths()).contains("/80017709309");
  }

  @Test
  void anAckAndTheCursorSurviveABrokenHeadWhichIsReportedOnce() throws Exception {
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    out.clear();
    // 2 cursor as a varint, 9 need_ack = 1; then also a known cursor
    byte[] chat = new ProtoWriter().bytes(1, DouyinResponseCodec.encode(chat("heard"))).toBytes();
    byte[] end = HexFormat.of().parseHex("1005" + "4801" + "2a03657874" + "120163");
    receive(packet(DouyinPacket.MSG, chat, end));
    assertThat(out.events(Chat.class)).hasSize(1);
    assertThat(out.malformed()).containsExactly("protobuf field 2 has wire type 0 instead of 2");
    assertThat(out.actions().get(0)).isInstanceOf(Sent.class);
    DouyinPacket ack =
        DouyinPacketCodec.decode(ByteBuffer.wrap(out.all(Sent.class).get(0).bytes()));
    assertThat(ack.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {'e', 'x', 't'}));
    session.onClosed(DROPPED, Douyins.NOW, out);
    assertThat(query(resolve().get(0)).get("cursor")).isEqualTo("c");
  }

  @Test
  void aUrlThatWasHandedOverIsNotDialledAgainAfterItsBroadcast() {
    session =
        new DouyinSession(
            Douyins.ROOM,
            Douyins.options(Map.of("url", NAMED + "?room_id=7&signature=x"), Credentials.NONE));
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    receive(Douyins.frame(1, true, List.of(end())));
    session.onClosed(DROPPED, Douyins.NOW, out);
    List<Dial> dials = resolve();
    assertThat(dials).hasOnlyElementsOfType(Dial.Polling.class).hasSize(1);
    out.clear();
    session.onOpen(dials.get(0), Douyins.NOW, out);
    page(HttpReply.of(200, "text/html", page));
    assertThat(out.all(Reconnect.class)).extracting(Reconnect::how).containsExactly(Verdict.FAILED);
    assertThat(out.all(Reconnect.class).get(0).why())
        .contains("is of the broadcast that ended", "hand over a new one", "douyin.url");
  }

  @Test
  void theServerThatIsNamedIsTriedAgainAfterTheOthers() {
    fetch = query -> protobuf(response("c1", NAMED));
    List<String> dialled = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      dialled.add(host(resolve().get(0)));
      session.onClosed(DROPPED, Douyins.NOW, out);
    }
    assertThat(dialled.subList(0, 4)).doesNotHaveDuplicates();
    assertThat(dialled.get(0)).isEqualTo("webcast3-ws-web-hl.douyin.com");
    assertThat(dialled.get(4)).isEqualTo(dialled.get(0));
  }

  @Test
  void aRefusalOfOursSaysNothingAgainstTheServer() {
    fetch = query -> protobuf(response("c1", NAMED));
    resolve();
    HttpReply blocked =
        new HttpReply(200, Headers.of("handshake-msg", "DEVICE_BLOCKED"), EMPTY.body());
    session.onClosed(new Closed(1006, "", blocked), Douyins.NOW, out);
    assertThat(host(resolve().get(0))).isEqualTo("webcast3-ws-web-hl.douyin.com");
  }

  @Test
  void aServerThatIsNoUrlIsNotUsed() {
    for (String named :
        List.of(
            "wss://x.douyin.com/a|b",
            "wss://x.douyin.com/{a}",
            "wss://x.douyin.com/a?b=c",
            "wss://x.douyin.com.evil.example/a",
            "wss://u@x.douyin.com/a",
            "https://x.douyin.com/a",
            "//x.douyin.com/a")) {
      fetch = query -> protobuf(response("c1", named));
      session = Douyins.session();
      assertThat(host(resolve().get(0))).as(named).isEqualTo("webcast100-ws-web-lq.douyin.com");
    }
  }

  @Test
  void socketsThatFailThreeTimesInARowAreReplacedByPolls() {
    resolve();
    Closed down = new Closed(1006, "", HttpReply.of(502, "text/html", ""));
    assertThat(session.onClosed(down, Douyins.NOW, out)).isEqualTo(Verdict.RESOLVE);
    resolve();
    assertThat(session.onClosed(DROPPED, Douyins.NOW, out)).isEqualTo(Verdict.RESOLVE);
    List<Dial> dials = resolve();
    assertThat(session.onClosed(down, Douyins.NOW, out)).isEqualTo(Verdict.NEXT_DIAL);
    session.onOpen(dials.get(1), Douyins.NOW, out);
    // an unsigned URL is tried again too: it is not we who were refused
    session.onWake(Douyins.NOW + DouyinSocketRetry.FIRST_MS, out);
    assertThat(out.all(Reconnect.class)).hasSize(1);
    resolve();
    assertThat(session.onClosed(down, Douyins.NOW, out)).isEqualTo(Verdict.NEXT_DIAL);
  }

  @Test
  void aServerThatAlwaysSaysCloseIsReplacedByPollsToo() {
    for (int i = 0; i < 3; i++) {
      session.onOpen(resolve().get(0), Douyins.NOW, out);
      receive(packet(DouyinPacket.CLOSE));
    }
    assertThat(out.all(Reconnect.class))
        .extracting(Reconnect::how)
        .containsExactly(Verdict.RESOLVE, Verdict.RESOLVE, Verdict.NEXT_DIAL);
  }

  @Test
  void aSocketThatIsHeardMakesTheNextFailureAFirstOne() {
    for (int i = 0; i < 9; i++) {
      Dial dial = resolve().get(0);
      if (i % 2 == 0) {
        session.onOpen(dial, Douyins.NOW, out);
        receive(Douyins.frame(i, true, List.of(chat("heard"))));
      }
      assertThat(session.onClosed(DROPPED, Douyins.NOW, out)).isEqualTo(Verdict.RESOLVE);
    }
  }

  @Test
  void aCursorThatIsNotTakenAnyMoreIsGivenUp() {
    fetch = query -> protobuf(response("c1", ""));
    resolve();
    session.onClosed(DROPPED, Douyins.NOW, out);
    fetch =
        query ->
            query.get("cursor").isEmpty()
                ? protobuf(response("c2", ""), chat("replayed"))
                : HttpReply.of(200, "application/json", "{\"status_code\":10001}");
    Dial again = resolve().get(0);
    assertThat(query(again).get("cursor")).isEqualTo("c2");
    session.onOpen(again, Douyins.NOW, out);
    assertThat(out.events(Chat.class)).hasSize(1).allMatch(chat -> chat.origin().history());
    assertThat(out.malformed()).hasSize(1);
  }

  @Test
  void aCursorThatIsTakenIsKeptThroughALongOutage() {
    fetch = query -> protobuf(response("c1", ""));
    resolve();
    session.onClosed(DROPPED, Douyins.NOW, out);
    fetch = query -> HttpReply.none();
    assertThat(query(resolve(Resolve.REFUSED).get(0)).get("cursor")).isEqualTo("c1");
  }

  @Test
  void aPollThatIsBrokenIsReportedAndItsGoodMessagesAreTold() {
    session.onOpen(polling(), Douyins.NOW, out);
    byte[] good = bytes(protobuf(response("", ""), chat("good")));
    byte[] broken = new ProtoWriter().bytes(1, new byte[0]).toBytes();
    ByteBuffer body = ByteBuffer.allocate(good.length + broken.length + 2).put(good).put(broken);
    body.put((byte) 0x0a).put((byte) 0x7f);
    for (int i = 0; i < 3; i++) {
      polled(new HttpReply(200, Headers.NONE, Raw.bytes(body.array())));
    }
    assertThat(out.events(Chat.class)).hasSize(1);
    assertThat(out.malformed())
        .hasSize(6)
        .contains("message names no method")
        .anyMatch(why -> why.contains("points beyond its message"));
    assertThat(out.all(Reconnect.class)).hasSize(1);
    assertThat(out.all(Reconnect.class).get(0).why()).contains("answers that cannot be read");
  }

  @Test
  void pollsThatAreRefusedAreSaidToBeUnanswered() {
    session.onOpen(polling(), Douyins.NOW, out);
    for (int i = 0; i < 3; i++) {
      polled(HttpReply.of(403, "text/html", "<html>"));
    }
    assertThat(out.malformed()).isEmpty();
    assertThat(out.all(Reconnect.class).get(0).why()).contains("answers no polls (HTTP 403)");
  }

  @Test
  void aFailedPollIsAskedAgainSoonAndThenLessSoon() {
    session.onOpen(polling(), Douyins.NOW, out);
    polled(HttpReply.none());
    polled(HttpReply.none());
    assertThat(out.all(Fetch.class)).extracting(Fetch::delayMs).containsExactly(0L, 1_000L, 2_000L);
  }

  @Test
  void whatPollsReplayWhereNothingWasReplayedAtJoiningIsHistory() {
    session.onOpen(polling(), Douyins.NOW, out);
    assertThat(query(out.all(Fetch.class).get(0).call()).get("cursor")).isEmpty();
    polled(protobuf(response("c1", ""), chat("before")));
    assertThat(query(out.all(Fetch.class).get(1).call()).get("cursor")).isEqualTo("c1");
    polled(protobuf(response("c2", ""), chat("now")));
    assertThat(out.events(Chat.class))
        .extracting(chat -> chat.origin().history())
        .containsExactly(true, false);
  }

  @Test
  void anEndedRoomIsNotPolledAnyMore() {
    session.onOpen(polling(), Douyins.NOW, out);
    polled(protobuf(response("c1", ""), end()));
    assertThat(out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.LIVE, Broadcast.State.OFFLINE);
    assertThat(out.all(Fetch.class))
        .extracting(Fetch::tag)
        .containsExactly(DouyinPolling.FETCH, DouyinPolling.PAGE);
    session.onWake(Douyins.NOW + DouyinSocketRetry.FIRST_MS, out);
    assertThat(out.all(Reconnect.class)).isEmpty();
  }

  @Test
  void noHeartbeatsAreSentWhereThereIsNoSocket() {
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    receive(packet(DouyinPacket.CLOSE));
    out.clear();
    session.onOpen(resolve().get(1), Douyins.NOW, out);
    session.onWake(Douyins.NOW + DouyinSession.HEARTBEAT_MS, out);
    assertThat(out.all(Sent.class)).isEmpty();
  }

  @Test
  void aVisitorWhoIsNotTrustedComesAgainAsANewOne() {
    page = Simulated.verification();
    assertThat(session.resolve(this::answer, Resolve.FIRST, Douyins.NOW, out))
        .isCompletedExceptionally();
    calls.clear();
    page = Douyins.page("2");
    resolve();
    assertThat(paths()).startsWith("/");
  }

  /** The dial for polls, as the session gives it. */
  private Dial polling() {
    return resolve().get(1);
  }

  private List<Dial> resolve() {
    return resolve(Resolve.STALE);
  }

  private List<Dial> resolve(Resolve why) {
    return session.resolve(this::answer, why, Douyins.NOW, out).toCompletableFuture().join();
  }

  private CompletableFuture<HttpReply> answer(HttpCall call) {
    calls.add(call);
    String path = call.uri().getPath();
    HttpReply reply =
        switch (path) {
          case "/" -> new HttpReply(200, Headers.of("Set-Cookie", "ttwid=abc"), EMPTY.body());
          case "/80017709309" -> HttpReply.of(200, "text/html", page);
          case "/webcast/im/fetch/" -> fetch.apply(query(call));
          default -> HttpReply.of(200, "application/json", "");
        };
    return CompletableFuture.completedFuture(reply);
  }

  private List<String> paths() {
    return calls.stream().map(call -> call.uri().getPath()).toList();
  }

  private void page(HttpReply reply) {
    session.onHttp(DouyinPolling.PAGE, reply, Douyins.NOW, out);
  }

  private void polled(HttpReply reply) {
    session.onHttp(DouyinPolling.FETCH, reply, Douyins.NOW, out);
  }

  private void receive(byte[] frame) {
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame), Douyins.NOW, out);
  }

  private DouyinMessage chat(String text) {
    return Douyins.message("WebcastChatMessage", nextId++, new ProtoWriter().string(3, text));
  }

  private DouyinMessage end() {
    return Douyins.message("WebcastControlMessage", nextId++, new ProtoWriter().varint(2, 3));
  }

  private static DouyinResponse response(String cursor, String server) {
    return new DouyinResponse(cursor, 0, Douyins.NOW, "ext", Map.of(), false, server);
  }

  private static HttpReply protobuf(DouyinResponse response, DouyinMessage... messages) {
    List<byte[]> encoded = List.of(messages).stream().map(DouyinResponseCodec::encode).toList();
    return new HttpReply(
        200, Headers.NONE, Raw.bytes(DouyinResponseCodec.encode(response, encoded)));
  }

  private static byte[] bytes(HttpReply reply) {
    return reply.body().toBytes();
  }

  /** A frame whose payload is the parts in a row. */
  private static byte[] packet(String type, byte[]... parts) {
    ByteBuffer payload = ByteBuffer.allocate(1 << 10);
    for (byte[] part : parts) {
      payload.put(part);
    }
    return Douyins.bytes(
        DouyinPacketCodec.encode(
            new DouyinPacket(1, 1, 8888, 8, Map.of(), "pb", type, payload.flip())));
  }

  private static DouyinQuery query(HttpCall call) {
    return DouyinQuery.parse(call.uri().getRawQuery());
  }

  private static DouyinQuery query(Dial dial) {
    return DouyinQuery.parse(((Dial.WebSocket) dial).uri().getRawQuery());
  }

  private static String host(Dial dial) {
    return ((Dial.WebSocket) dial).uri().getHost();
  }
}
