package io.github.danmuhub.platform.douyin;

import static io.github.danmuhub.platform.douyin.DouyinTalk.DROPPED;
import static io.github.danmuhub.platform.douyin.DouyinTalk.host;
import static io.github.danmuhub.platform.douyin.DouyinTalk.packet;
import static io.github.danmuhub.platform.douyin.DouyinTalk.protobuf;
import static io.github.danmuhub.platform.douyin.DouyinTalk.query;
import static io.github.danmuhub.platform.douyin.DouyinTalk.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.RecordingContext.Action.Reconnect;
import io.github.danmuhub.testing.RecordingContext.Action.Send;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A site that goes silent, says nonsense, or takes nothing that we have: the room comes back. */
class DouyinRecoveryTest {
  private static final String NAMED = "wss://webcast3-ws-web-hl.douyin.com/webcast/im/push/v2/";

  private DouyinTalk talk = new DouyinTalk();

  @Test
  void threeUnreadablePagesOfAnEndedRoomLeadToALookupThatSpeaks() {
    talk.page = Douyins.page("4");
    talk.session.onOpen(talk.resolve().get(0));
    talk.page(HttpReply.of(200, "text/html", Simulated.verification()));
    talk.page(HttpReply.of(444, "text/html", ""));
    talk.page(HttpReply.of(200, "text/html", talk.page));
    talk.page(HttpReply.none());
    talk.page(HttpReply.of(200, "text/html", Simulated.verification()));
    assertThat(talk.out.all(Reconnect.class)).isEmpty();
    talk.page(HttpReply.of(302, "text/html", ""));
    assertThat(talk.out.all(Reconnect.class))
        .containsExactly(
            new Reconnect(
                Setback.again(
                    302,
                    "nobody knows whether the broadcast is on again: its page could not be read 3"
                        + " times in a row")));
  }

  @Test
  void aSocketThatOnlyAnswersHeartbeatsOrClosesIsNotDialledAgainWithoutALookup() {
    talk.session.onOpen(talk.resolve().get(0));
    talk.receive(Douyins.frame(1, true, List.of(talk.chat("heard"))));
    talk.session.onClosed(DROPPED);
    talk.calls.clear();
    talk.session.onOpen(talk.resolve().get(0));
    assertThat(talk.paths()).isEmpty();
    talk.receive(Douyins.bytes(DouyinPacketCodec.heartbeat()));
    talk.receive(packet(DouyinPacket.CLOSE));
    assertThat(talk.out.all(Reconnect.class)).hasSize(1);
    talk.resolve();
    assertThat(talk.paths()).contains("/80017709309");
  }

  @Test
  void whoIsHeardAndLostTwiceIsLookedUp() {
    talk.session.onOpen(talk.resolve().get(0));
    for (int i = 0; i < 2; i++) {
      talk.receive(Douyins.frame(1, true, List.of(talk.chat("heard"))));
      talk.session.onClosed(DROPPED);
      talk.calls.clear();
      talk.session.onOpen(talk.resolve().get(0));
    }
    assertThat(talk.paths()).contains("/80017709309");
  }

  @Test
  void anAckAndTheCursorSurviveABrokenHeadWhichIsReportedOnce() throws Exception {
    talk.session.onOpen(talk.resolve().get(0));
    talk.out.clear();
    // 2 cursor as a varint, 9 need_ack = 1; then also a known cursor
    byte[] chat =
        new ProtoWriter().bytes(1, DouyinResponseCodec.encode(talk.chat("heard"))).toBytes();
    byte[] end = HexFormat.of().parseHex("1005" + "4801" + "2a03657874" + "120163");
    talk.receive(packet(DouyinPacket.MSG, chat, end));
    assertThat(talk.out.events(Chat.class)).hasSize(1);
    assertThat(talk.out.broken()).containsExactly("protobuf field 2 has wire type 0 instead of 2");
    assertThat(talk.out.actions().get(0)).isInstanceOf(Send.class);
    DouyinPacket ack = DouyinPacketCodec.decode(talk.out.sent().get(0));
    assertThat(ack.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {'e', 'x', 't'}));
    talk.session.onClosed(DROPPED);
    assertThat(query(talk.resolve().get(0)).get("cursor")).isEqualTo("c");
  }

  @Test
  void aUrlThatWasHandedOverIsNotDialledAgainAfterItsBroadcast() {
    Map<String, String> url = Map.of("url", NAMED + "?room_id=7&signature=x");
    talk = new DouyinTalk(Douyins.context(url, Credentials.NONE));
    talk.session.onOpen(talk.resolve().get(0));
    talk.receive(Douyins.frame(1, true, List.of(talk.end())));
    talk.session.onClosed(DROPPED);
    List<Dial> dials = talk.resolve();
    assertThat(dials).hasOnlyElementsOfType(Dial.Polling.class).hasSize(1);
    talk.out.clear();
    talk.session.onOpen(dials.get(0));
    talk.page(HttpReply.of(200, "text/html", talk.page));
    assertThat(talk.out.all(Reconnect.class))
        .extracting(reconnect -> reconnect.why().how())
        .containsExactly(Verdict.FAILED);
    assertThat(talk.out.all(Reconnect.class).get(0).why().why())
        .contains("is of the broadcast that ended", "hand over a new one", "douyin.url");
  }

  @Test
  void theServerThatIsNamedIsTriedAgainAfterTheOthers() {
    talk.fetch = query -> protobuf(response("c1", NAMED));
    List<String> dialled = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      dialled.add(host(talk.resolve().get(0)));
      talk.session.onClosed(DROPPED);
    }
    assertThat(dialled.subList(0, 4)).doesNotHaveDuplicates();
    assertThat(dialled.get(0)).isEqualTo("webcast3-ws-web-hl.douyin.com");
    assertThat(dialled.get(4)).isEqualTo(dialled.get(0));
  }

  @Test
  void aRefusalOfOursSaysNothingAgainstTheServer() {
    talk.fetch = query -> protobuf(response("c1", NAMED));
    talk.resolve();
    HttpReply blocked =
        new HttpReply(200, Headers.of("handshake-msg", "DEVICE_BLOCKED"), Raw.NOTHING);
    talk.session.onClosed(new Closed(1006, "", blocked));
    assertThat(host(talk.resolve().get(0))).isEqualTo("webcast3-ws-web-hl.douyin.com");
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
      talk = new DouyinTalk();
      talk.fetch = query -> protobuf(response("c1", named));
      assertThat(host(talk.resolve().get(0)))
          .as(named)
          .isEqualTo("webcast100-ws-web-lq.douyin.com");
    }
  }

  @Test
  void socketsThatFailThreeTimesInARowAreReplacedByPolls() {
    talk.resolve();
    Closed down = new Closed(1006, "", HttpReply.of(502, "text/html", ""));
    assertThat(talk.session.onClosed(down).how()).isEqualTo(Verdict.RESOLVE);
    talk.resolve();
    assertThat(talk.session.onClosed(DROPPED).how()).isEqualTo(Verdict.RESOLVE);
    List<Dial> dials = talk.resolve();
    assertThat(talk.session.onClosed(down).how()).isEqualTo(Verdict.NEXT_DIAL);
    talk.session.onOpen(dials.get(1));
    // an unsigned URL is tried again too: it is not we who were refused
    talk.out.pass(DouyinSocketRetry.FIRST_MS);
    talk.session.onWake();
    assertThat(talk.out.all(Reconnect.class)).hasSize(1);
    talk.resolve();
    assertThat(talk.session.onClosed(down).how()).isEqualTo(Verdict.NEXT_DIAL);
  }

  @Test
  void aServerThatAlwaysSaysCloseIsReplacedByPollsToo() {
    for (int i = 0; i < 3; i++) {
      talk.session.onOpen(talk.resolve().get(0));
      talk.receive(packet(DouyinPacket.CLOSE));
    }
    assertThat(talk.out.all(Reconnect.class))
        .extracting(reconnect -> reconnect.why().how())
        .containsExactly(Verdict.RESOLVE, Verdict.RESOLVE, Verdict.NEXT_DIAL);
  }

  @Test
  void aSocketThatIsHeardMakesTheNextFailureAFirstOne() {
    for (int i = 0; i < 9; i++) {
      Dial dial = talk.resolve().get(0);
      if (i % 2 == 0) {
        talk.session.onOpen(dial);
        talk.receive(Douyins.frame(i, true, List.of(talk.chat("heard"))));
      }
      assertThat(talk.session.onClosed(DROPPED).how()).isEqualTo(Verdict.RESOLVE);
    }
  }

  @Test
  void aCursorThatIsNotTakenAnyMoreIsGivenUp() {
    talk.fetch = query -> protobuf(response("c1", ""));
    talk.resolve();
    talk.session.onClosed(DROPPED);
    talk.fetch =
        query ->
            query.get("cursor").isEmpty()
                ? protobuf(response("c2", ""), talk.chat("replayed"))
                : HttpReply.of(200, "application/json", "{\"status_code\":10001}");
    Dial again = talk.resolve().get(0);
    assertThat(query(again).get("cursor")).isEqualTo("c2");
    talk.session.onOpen(again);
    assertThat(talk.out.events(Chat.class)).hasSize(1).allMatch(chat -> chat.origin().history());
    assertThat(talk.out.broken()).hasSize(1);
  }

  @Test
  void aCursorThatIsTakenIsKeptThroughALongOutage() {
    talk.fetch = query -> protobuf(response("c1", ""));
    talk.resolve();
    talk.session.onClosed(DROPPED);
    talk.fetch = query -> HttpReply.none();
    assertThat(query(talk.resolve(Resolve.REFUSED).get(0)).get("cursor")).isEqualTo("c1");
  }

  @Test
  void noHeartbeatsAreSentWhereThereIsNoSocket() {
    talk.session.onOpen(talk.resolve().get(0));
    talk.receive(packet(DouyinPacket.CLOSE));
    talk.out.clear();
    talk.session.onOpen(talk.resolve().get(1));
    talk.out.pass(DouyinSession.HEARTBEAT_MS);
    talk.session.onWake();
    assertThat(talk.out.all(Send.class)).isEmpty();
  }

  @Test
  void aVisitorWhoIsNotTrustedComesAgainAsANewOne() {
    talk.page = Simulated.verification();
    assertThat(talk.session.resolve(Resolve.FIRST)).isCompletedExceptionally();
    talk.calls.clear();
    talk.page = Douyins.page("2");
    talk.resolve();
    assertThat(talk.paths()).startsWith("/");
  }
}
