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
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.site.Simulated;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action.Live;
import io.github.danmuhub.testing.RecordingContext.Action.Poll;
import io.github.danmuhub.testing.RecordingContext.Action.Reconnect;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DouyinSessionTest {
  private RecordingContext out = Douyins.context();
  private DouyinSession session = Douyins.session(out);
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
    session.onOpen(dials.get(0));
    assertThat(out.all(Live.class)).hasSize(1);
    Poll look = out.all(Poll.class).get(0);
    assertThat(look.delayMs()).isEqualTo(30_000);
    session.onPolled(look.call(), HttpReply.of(200, "text/html", page));
    assertThat(out.all(Poll.class)).hasSize(2);
    session.onPolled(look.call(), HttpReply.none());
    assertThat(out.all(Reconnect.class)).isEmpty();
    page = Douyins.page("2");
    session.onPolled(look.call(), HttpReply.of(200, "text/html", page));
    assertThat(out.all(Reconnect.class).get(0).why().how()).isEqualTo(Verdict.RESOLVE);
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
    session.onOpen(resolve().get(0));
    byte[] end =
        Douyins.frame(
            1,
            true,
            List.of(Douyins.message("WebcastControlMessage", 1, new ProtoWriter().varint(2, 3))));
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(end));
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(end));
    assertThat(out.all(Poll.class)).hasSize(1);
    assertThat(out.all(Poll.class).get(0).call().uri().getPath()).isEqualTo("/80017709309");
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
    world.lose(Closed.gone(""));
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
    open(Map.of(), new Credentials("sessionid=s3; ttwid=mine"));
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
    open(Map.of(), new Credentials("sessionid=s3; ttwid=mine"));
    out.http = guest::answer;
    session.resolve(Resolve.FIRST).toCompletableFuture().join();
    assertThat(session.account()).isEqualTo("signed in with the account of the cookie");
  }

  @Test
  void aUrlThatIsHandedOverIsDialledAsItIsAndResumed() {
    open(
        Map.of(
            "url",
            "wss://webcast5-ws-web-lf.douyin.com/webcast/im/push/v2/?room_id=7&cursor=&internal_ext=&browser_version=5.0 (X11) Chrome/1&signature=abc"),
        Credentials.NONE);
    Dial.WebSocket dial = (Dial.WebSocket) resolve().get(0);
    assertThat(dial.headers().first("User-Agent")).hasValue("Mozilla/5.0 (X11) Chrome/1");
    session.onOpen(dial);
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(Douyins.frame(1, true, List.of())));
    session.onClosed(Closed.gone(""));
    Query again = Query.parse(((Dial.WebSocket) resolve().get(0)).uri().getRawQuery());
    assertThat(again.get("cursor")).isEqualTo("t-1_r-1_d-1_u-1");
    assertThat(again.get("internal_ext")).isEqualTo("ext:1");
    assertThat(again.get("signature")).isEqualTo("abc");
  }

  @Test
  void aComboThatRunsOutlivesItsSocketAndEndsWithTheRoom() {
    page = Douyins.page("2");
    session.onOpen(resolve().get(0));
    hear(1, 3);
    out.pass(500);
    session.onClosed(Closed.gone(""));
    out.pass(59_500);
    session.onWake();
    session.onOpen(resolve().get(0));
    hear(2, 5);
    out.pass(1_000);
    session.onEnd();
    assertThat(out.events(Gift.class)).extracting(Gift::count).containsExactly(3L, 2L, 0L);
    assertThat(out.events(Gift.class))
        .extracting(gift -> Objects.requireNonNull(gift.combo()).last())
        .containsExactly(false, false, true);
  }

  @Test
  void aClockThatIsSetBackHoldsUpNeitherHeartbeatsNorCombos() {
    page = Douyins.page("2");
    session.onOpen(resolve().get(0));
    hear(1, 3);
    out.wallMs -= 8 * 3_600_000;
    out.pass(4_000);
    session.onWake();
    assertThat(out.events(Gift.class)).extracting(Gift::count).containsExactly(3L, 0L);
    out.pass(6_000);
    session.onWake();
    assertThat(out.all(RecordingContext.Action.Send.class)).hasSize(2);
  }

  /** One step of a combo. */
  private void hear(long id, long total) {
    ProtoWriter gift = new ProtoWriter().varint(2, 463).varint(5, total).varint(11, 7);
    byte[] frame =
        Douyins.frame(id, false, List.of(Douyins.message("WebcastGiftMessage", id, gift)));
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
  }

  @Test
  void whatCameWithALookupIsToldAtTheEndWhereNoLineOpened() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today());
    world.resolve(Resolve.FIRST);
    List<LiveEvent> known = world.out.events();
    world.end();
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
    Setback setback = session.onClosed(refused);
    assertThat(setback.how()).isEqualTo(Verdict.NEXT_DIAL);
    assertThat(setback.why())
        .contains("Douyin says DEVICE_BLOCKED?[31m (handshake-status 415)")
        .contains("-o douyin.rpc=", "-o douyin.url=", "--cookie-file");
    Closed down = new Closed(1006, "", HttpReply.of(502, "text/html", ""));
    assertThat(session.onClosed(down)).isEqualTo(Setback.of(Verdict.RESOLVE, down));
  }

  @Test
  void pollsWithoutAnAnswerAreGivenUpAfterThree() {
    page = Douyins.page("2");
    List<Dial> dials = resolve();
    session.onOpen(dials.get(1));
    for (int i = 0; i < 3; i++) {
      session.onPolled(out.all(Poll.class).get(i).call(), HttpReply.of(200, "", ""));
    }
    assertThat(out.all(Reconnect.class)).hasSize(1);
    assertThat(out.all(Poll.class)).hasSize(3);
  }

  @Test
  void framesOfAnUnknownTypeAndTextFramesAreTold() {
    session.onFrame(
        FrameKind.BINARY,
        DouyinPacketCodec.encode(
            new DouyinPacket(0, 0, 0, 0, Map.of(), "", "im_enter_room", ByteBuffer.allocate(0))));
    session.onFrame(FrameKind.TEXT, ByteBuffer.wrap(new byte[] {1}));
    assertThat(out.events(Unknown.class)).hasSize(1);
    assertThat(out.broken()).containsExactly("text frame");
  }

  private LookupException lookupFailure() {
    CompletableFuture<List<Dial>> lookup = looked().toCompletableFuture();
    return (LookupException) Objects.requireNonNull(catchThrowable(lookup::get).getCause());
  }

  private List<Dial> resolve() {
    return looked().toCompletableFuture().join();
  }

  private CompletionStage<List<Dial>> looked() {
    out.http = call -> answer(call.uri().getPath());
    return session.resolve(Resolve.FIRST);
  }

  private void open(Map<String, String> settings, Credentials credentials) {
    out = Douyins.context(settings, credentials);
    session = Douyins.session(out);
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
