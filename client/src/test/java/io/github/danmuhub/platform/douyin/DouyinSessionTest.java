package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.DouyinRecording.Fetch;
import io.github.danmuhub.platform.douyin.DouyinRecording.Live;
import io.github.danmuhub.platform.douyin.DouyinRecording.Reconnect;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DouyinSessionTest {
  private final DouyinRecording out = new DouyinRecording();
  private DouyinSession session = Douyins.session();
  private String page = "";
  private String enter = "";
  private int status = 200;

  @Test
  void aVerificationPageIsNotAnOfflineRoom() {
    page = Simulated.verification();
    LookupException failure = lookupFailure();
    assertThat(failure.verdict()).isEqualTo(Verdict.RESOLVE);
    assertThat(failure).hasMessageContaining("verification page");
    assertThat(out.events()).isEmpty();
  }

  @Test
  void aRoomThatDoesNotExistFailsForGood() {
    status = 404;
    assertThat(lookupFailure().verdict()).isEqualTo(Verdict.FAILED);
    status = 444;
    assertThat(lookupFailure()).hasMessageContaining("blocks this address");
    status = 503;
    assertThat(lookupFailure().code()).isEqualTo(503);
  }

  @Test
  void anEndedRoomStaysConnectedSaysSoAndResumesByItself() {
    page = Douyins.page("4");
    List<Dial> dials = resolve();
    assertThat(dials).hasOnlyElementsOfType(Dial.Polling.class).hasSize(1);
    assertThat(out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.OFFLINE);
    session.onOpen(dials.get(0), Douyins.NOW, out);
    assertThat(out.all(Live.class)).hasSize(1);
    Fetch look = out.all(Fetch.class).get(0);
    assertThat(look.delayMs()).isEqualTo(30_000);
    session.onHttp(look.tag(), HttpReply.of(200, "text/html", page), Douyins.NOW, out);
    assertThat(out.all(Fetch.class)).hasSize(2);
    session.onHttp(look.tag(), HttpReply.none(), Douyins.NOW, out);
    assertThat(out.all(Reconnect.class)).isEmpty();
    page = Douyins.page("2");
    session.onHttp(look.tag(), HttpReply.of(200, "text/html", page), Douyins.NOW, out);
    assertThat(out.all(Reconnect.class).get(0).how()).isEqualTo(Verdict.RESOLVE);
    assertThat(resolve().get(0)).isInstanceOf(Dial.WebSocket.class);
    assertThat(out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.OFFLINE, Broadcast.State.LIVE);
  }

  @Test
  void beforeARoomCountsAsEndedBothWitnessesMustSaySo() {
    page = Douyins.page("4");
    enter = "{\"data\":{\"data\":[{\"id_str\":\"7600000000000000002\",\"status\":2}]}}";
    assertThat(resolve().get(0)).isInstanceOf(Dial.WebSocket.class);
  }

  @Test
  void theEndOfTheBroadcastStartsTheWatchOnItsPage() {
    page = Douyins.page("2");
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    byte[] end =
        Douyins.frame(
            1,
            true,
            List.of(Douyins.message("WebcastControlMessage", 1, new ProtoWriter().varint(2, 3))));
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(end), Douyins.NOW, out);
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(end), Douyins.NOW, out);
    assertThat(out.all(Fetch.class)).hasSize(1);
    assertThat(out.all(Fetch.class).get(0).call().uri().getPath()).isEqualTo("/80017709309");
  }

  @Test
  void theSocketUrlHasEveryParameterAndFitsTheUserAgent() {
    page = Douyins.page("2");
    Dial.WebSocket dial = (Dial.WebSocket) resolve().get(0);
    Query query = Query.parse(dial.uri().getRawQuery());
    assertThat(dial.uri().getHost()).isEqualTo("webcast100-ws-web-lq.douyin.com");
    for (String name :
        List.of(
            "app_name",
            "version_code",
            "webcast_sdk_version",
            "compress",
            "cookie_enabled",
            "browser_version",
            "tz_name",
            "cursor",
            "internal_ext",
            "host",
            "aid",
            "live_id",
            "did_rule",
            "endpoint",
            "support_wrds",
            "im_path",
            "identity",
            "need_persist_msg_count")) {
      assertThat(query.get(name)).as(name).isNotEmpty();
    }
    assertThat(query.get("room_id")).isEqualTo("7600000000000000001");
    assertThat(query.get("user_unique_id")).isEqualTo("7312345678901234567");
    assertThat(dial.headers().first("User-Agent"))
        .hasValue("Mozilla/" + query.get("browser_version"));
    assertThat(dial.headers().first("Origin")).hasValue("https://live.douyin.com");
    assertThat(dial.headers().first("Cookie").orElse("")).contains("ttwid=abc");
    assertThat(query.get("internal_ext")).contains("wss_push_room_id:7600000000000000001|");
  }

  @Test
  void whatThePlatformWantsOnTheSocketUrlIsThereAndNoOtherParameterTwice() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today());
    Dial.WebSocket dial = (Dial.WebSocket) world.resolve(Resolve.FIRST).get(0);
    String raw = dial.uri().getRawQuery();
    assertThat(Query.parse(raw).get("signature")).isEqualTo("Simulator0000000");
    assertThat(List.of(raw.split("&", -1)))
        .extracting(parameter -> parameter.split("=", 2)[0])
        .doesNotHaveDuplicates();
  }

  @Test
  void whatThePlatformWantedOnceStaysWhereItGivesNoAnswerLater() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect().pass(5_000);
    world.session.onClosed(Closed.gone(""), world.now, world.out);
    world.fetches = false;
    Dial.WebSocket again = (Dial.WebSocket) world.resolve(Resolve.REFUSED).get(0);
    assertThat(Query.parse(again.uri().getRawQuery()).get("signature"))
        .isEqualTo("Simulator0000000");
    assertThat(world.dial(again)).isNull();
  }

  @Test
  void ourOwnSignatureWinsOverTheOneThatThePlatformNames() {
    DouyinWorld world =
        new DouyinWorld(DouyinWorld.today(), Map.of("rpc", "http://127.0.0.1:9/sign"));
    Dial.WebSocket dial = (Dial.WebSocket) world.resolve(Resolve.FIRST).get(0);
    assertThat(Query.parse(dial.uri().getRawQuery()).get("signature"))
        .isEqualTo("Signature0000000");
  }

  @Test
  void theUsersCookieGoesAlongAndIsNotShown() {
    session =
        new DouyinSession(
            Douyins.ROOM, Douyins.options(Map.of(), new Credentials("sessionid=s3; ttwid=mine")));
    page = Douyins.page("2");
    Dial.WebSocket dial = (Dial.WebSocket) resolve().get(0);
    assertThat(dial.headers().first("Cookie")).hasValue("sessionid=s3; ttwid=mine; __ac_nonce=n1");
    assertThat(dial.toString()).doesNotContain("s3").doesNotContain("mine");
  }

  @Test
  void theAccountIsThatOfThePageAndNobodyBeforeALookup() {
    assertThat(session.account()).isEmpty();
    DouyinWorld guest = new DouyinWorld(DouyinWorld.today()).connect();
    assertThat(guest.session.account()).startsWith("an anonymous visitor");
    session =
        new DouyinSession(
            Douyins.ROOM, Douyins.options(Map.of(), new Credentials("sessionid=s3; ttwid=mine")));
    session.resolve(guest.http, Resolve.FIRST, Douyins.NOW, out).toCompletableFuture().join();
    assertThat(session.account()).isEqualTo("signed in with the account of the cookie");
  }

  @Test
  void aUrlThatIsHandedOverIsDialledAsItIsAndResumed() {
    session =
        new DouyinSession(
            Douyins.ROOM,
            Douyins.options(
                Map.of(
                    "url",
                    "wss://webcast5-ws-web-lf.douyin.com/webcast/im/push/v2/?room_id=7&cursor=&internal_ext=&browser_version=5.0 (X11) Chrome/1&signature=abc"),
                Credentials.NONE));
    Dial.WebSocket dial = (Dial.WebSocket) resolve().get(0);
    assertThat(dial.headers().first("User-Agent")).hasValue("Mozilla/5.0 (X11) Chrome/1");
    session.onOpen(dial, Douyins.NOW, out);
    session.onFrame(
        FrameKind.BINARY, ByteBuffer.wrap(Douyins.frame(1, true, List.of())), Douyins.NOW, out);
    session.onClosed(Closed.gone(""), Douyins.NOW, out);
    Query again = Query.parse(((Dial.WebSocket) resolve().get(0)).uri().getRawQuery());
    assertThat(again.get("cursor")).isEqualTo("t-1_r-1_d-1_u-1");
    assertThat(again.get("internal_ext")).isEqualTo("ext:1");
    assertThat(again.get("signature")).isEqualTo("abc");
  }

  @Test
  void aComboThatRunsOutlivesItsSocketAndEndsWithTheRoom() {
    page = Douyins.page("2");
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    hear(1, 3);
    session.onClosed(Closed.gone(""), Douyins.NOW + 500, out);
    session.onWake(Douyins.NOW + 60_000, out);
    session.onOpen(resolve().get(0), Douyins.NOW + 60_000, out);
    hear(2, 5);
    session.onEnd(Douyins.NOW + 61_000, out);
    assertThat(out.events(Gift.class)).extracting(Gift::count).containsExactly(3L, 2L, 0L);
    assertThat(out.events(Gift.class))
        .extracting(gift -> Objects.requireNonNull(gift.combo()).last())
        .containsExactly(false, false, true);
  }

  @Test
  void aClockThatIsSetBackHoldsUpNeitherHeartbeatsNorCombos() {
    page = Douyins.page("2");
    session.onOpen(resolve().get(0), Douyins.NOW, out);
    hear(1, 3);
    long back = 8 * 3_600_000;
    session.onClockSetBack(back);
    session.onWake(Douyins.NOW - back + 4_000, out);
    assertThat(out.events(Gift.class)).extracting(Gift::count).containsExactly(3L, 0L);
    session.onWake(Douyins.NOW - back + 10_000, out);
    assertThat(out.all(DouyinRecording.Sent.class)).hasSize(2);
  }

  /** One step of a combo. */
  private void hear(long id, long total) {
    ProtoWriter gift = new ProtoWriter().varint(2, 463).varint(5, total).varint(11, 7);
    byte[] frame =
        Douyins.frame(id, false, List.of(Douyins.message("WebcastGiftMessage", id, gift)));
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame), Douyins.NOW, out);
  }

  @Test
  void whatCameWithALookupIsToldAtTheEndWhereNoLineOpened() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today());
    world.resolve(Resolve.FIRST);
    List<LiveEvent> known = world.out.events();
    world.session.onEnd(world.now, world.out);
    List<LiveEvent> told = world.out.events().subList(known.size(), world.out.events().size());
    assertThat(told).hasSize(5).allMatch(event -> event.origin().history());
  }

  @Test
  void aRefusalIsExplainedByItsHeaders() {
    HttpReply reply =
        new HttpReply(
            200,
            Headers.of("Handshake-Msg", "DEVICE_BLOCKED\u001b[31m", "Handshake-Status", "415"),
            Raw.NOTHING);
    Closed refused = new Closed(1006, "", reply);
    assertThat(session.explain(refused))
        .startsWith("Douyin says DEVICE_BLOCKED?[31m (handshake-status 415)")
        .contains("-o douyin.rpc=", "-o douyin.url=", "--cookie-file");
    assertThat(session.onClosed(refused, Douyins.NOW, out)).isEqualTo(Verdict.NEXT_DIAL);
    Closed down = new Closed(1006, "", HttpReply.of(502, "text/html", ""));
    assertThat(session.onClosed(down, Douyins.NOW, out)).isEqualTo(Verdict.RESOLVE);
    assertThat(session.explain(down)).isEmpty();
  }

  @Test
  void pollsWithoutAnAnswerAreGivenUpAfterThree() {
    page = Douyins.page("2");
    List<Dial> dials = resolve();
    session.onOpen(dials.get(1), Douyins.NOW, out);
    for (int i = 0; i < 3; i++) {
      session.onHttp(DouyinPolling.FETCH, HttpReply.of(200, "", ""), Douyins.NOW, out);
    }
    assertThat(out.all(Reconnect.class)).hasSize(1);
    assertThat(out.all(Fetch.class)).hasSize(3);
  }

  @Test
  void framesOfAnUnknownTypeAndTextFramesAreTold() {
    session.onFrame(
        FrameKind.BINARY,
        DouyinPacketCodec.encode(
            new DouyinPacket(0, 0, 0, 0, Map.of(), "", "im_enter_room", ByteBuffer.allocate(0))),
        Douyins.NOW,
        out);
    session.onFrame(FrameKind.TEXT, ByteBuffer.wrap(new byte[] {1}), Douyins.NOW, out);
    assertThat(out.events(Unknown.class)).hasSize(1);
    assertThat(out.malformed()).containsExactly("text frame");
  }

  private LookupException lookupFailure() {
    CompletableFuture<List<Dial>> lookup =
        session
            .resolve(call -> answer(call.uri().getPath()), Resolve.FIRST, Douyins.NOW, out)
            .toCompletableFuture();
    return (LookupException) Objects.requireNonNull(catchThrowable(lookup::get).getCause());
  }

  private List<Dial> resolve() {
    return session
        .resolve(call -> answer(call.uri().getPath()), Resolve.FIRST, Douyins.NOW, out)
        .toCompletableFuture()
        .join();
  }

  /** A site that knows no im/fetch. */
  private CompletableFuture<HttpReply> answer(String path) {
    HttpReply reply =
        switch (path) {
          case "/" -> cookie("ttwid=abc; Path=/");
          case "/80017709309" ->
              new HttpReply(
                  status,
                  Headers.of("Set-Cookie", "__ac_nonce=n1"),
                  Raw.bytes(page.getBytes(UTF_8)));
          case "/webcast/room/web/enter/" -> HttpReply.of(200, "application/json", enter);
          default -> HttpReply.of(200, "application/protobuffer", "");
        };
    return CompletableFuture.completedFuture(reply);
  }

  private static HttpReply cookie(String line) {
    return new HttpReply(200, Headers.of("Set-Cookie", line), Raw.NOTHING);
  }
}
