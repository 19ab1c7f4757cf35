package io.github.danmuhub.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The conversation with sites that the examples describe, without a socket. */
class FeedSessionTest {
  private RecordingContext context = RecordingContext.of("none");

  private RoomSession open(FeedPlatform feed) {
    context = RecordingContext.of(feed.id());
    return feed.open(feed.firstRoom(), context);
  }

  private RoomSession example(String name) {
    return open(FeedReader.read(FeedContract.example(name)));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static void hear(RoomSession session, String text) {
    session.onFrame(FrameKind.TEXT, bytes(text));
  }

  private String said(int number) {
    return UTF_8.decode(context.sent().get(number).duplicate()).toString();
  }

  @Test
  void anExchangesTradesComeOutOfGzipAndItsPingIsAnswered() {
    RoomSession session = example("exchange.yaml");
    session.onOpen(new Dial.Polling(new Pace(0, 0)));
    assertThat(said(0)).isEqualTo("{\"sub\":\"market.btcusdt.trade.detail\",\"id\":\"1\"}");
    for (String json :
        List.of(
            "{\"ping\":1492420473027}",
            "{\"id\":\"1\",\"status\":\"ok\",\"subbed\":\"market.btcusdt.trade.detail\"}",
            "{\"ch\":\"x\",\"tick\":{\"data\":[{\"tradeId\":7,\"ts\":1609459200000,\"direction\":"
                + "\"buy\",\"amount\":0.1,\"price\":29000.50},{\"tradeId\":8,\"ts\":1609459200,"
                + "\"direction\":\"sell\",\"amount\":2,\"price\":1}]}}",
            "{\"ch\":\"x\",\"tick\":{\"data\":[]}}")) {
      byte[] packed = Compressors.compress(Format.GZIP, json.getBytes(UTF_8));
      session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(packed));
    }
    assertThat(said(1)).isEqualTo("{\"pong\":1492420473027}");
    assertThat(context.events(Notice.class))
        .extracting(Notice::text)
        .containsExactly("buy 0.1 @ 29000.50", "sell 2 @ 1");
    assertThat(context.events())
        .extracting(event -> event.origin().time())
        .containsExactly(1_609_459_200_000L, 1_609_459_200_000L);
    assertThat(context.events()).extracting(event -> event.origin().id()).containsExactly("7", "8");
    assertThat(context.all(Action.Copy.class)).as("what is passed over").hasSize(1);
  }

  @Test
  void socketIoIsAnsweredAndItsEventsAreRead() {
    RoomSession session = example("socketio.yaml");
    hear(session, "0{\"sid\":\"x\",\"pingInterval\":25000}");
    hear(session, "2");
    hear(
        session,
        "42[\"message\",{\"id\":1,\"at\":1700000000,\"user\":{\"id\":5,\"name\":\"小明\"},"
            + "\"text\":\"你好\"}]");
    hear(session, "42[\"sold\",{\"n\":1}]");
    hear(session, "42[\"broken\"");
    hear(session, "42[\"banned\",{\"reason\":\"spam\"}]");
    assertThat(said(0)).isEqualTo("3");
    Chat chat = context.events(Chat.class).get(0);
    assertThat(chat.text()).isEqualTo("你好");
    assertThat(chat.user().id()).isEqualTo("5");
    Unknown unknown = context.events(Unknown.class).get(0);
    assertThat(unknown.cmd()).isEqualTo("sold");
    assertThat(unknown.origin().raw()).isNotNull();
    assertThat(context.broken()).singleElement().asString().startsWith("step 2 (json): no JSON");
    Action.Reconnect end = context.all(Action.Reconnect.class).get(0);
    assertThat(end.why().how()).isEqualTo(Verdict.FAILED);
    assertThat(end.why().why()).isEqualTo("the site ends it: spam");
  }

  @Test
  void aLookupThatFailsNamesItsStepAndItsLine() {
    assertThat(refusal(HttpReply.of(404, "text/plain", "")))
        .isEqualTo("kuaixun, step 1 (line 11): HTTP 404");
    assertThat(refusal(HttpReply.of(200, "text/plain", "<html>")))
        .startsWith("kuaixun, step 1 (line 11): the answer is no JSON");
    assertThat(refusal(HttpReply.of(200, "text/plain", "{\"data\":{}}")))
        .isEqualTo("kuaixun, step 1 (line 11): the answer has nothing at $.data.token");
  }

  @Test
  void aTokenIsTakenIntoTheAddressAndHeadersAreShown() {
    RoomSession session = example("kuaixun.yaml");
    HttpReply answer = HttpReply.of(200, "application/json", "{\"data\":{\"token\":\"a b\"}}");
    context.http = call -> CompletableFuture.completedFuture(answer);
    assertThat(session.resolve(Resolve.FIRST).toCompletableFuture().join())
        .singleElement()
        .isInstanceOfSatisfying(
            Dial.WebSocket.class,
            dial -> {
              assertThat(dial.uri().getHost()).isEqualTo("127.0.0.1");
              assertThat(dial.uri().getQuery()).isEqualTo("token=a b");
              assertThat(dial.headers().first("Origin")).contains("http://127.0.0.1:7001");
              assertThat(dial.headers().first("Sec-WebSocket-Extensions"))
                  .contains("permessage-deflate");
            });
  }

  @Test
  void aPingKeepsTheNewsWireOpenAndItsPongIsTheAnswer() {
    RoomSession session = example("kuaixun.yaml");
    session.onOpen(new Dial.Polling(new Pace(0, 0)));
    assertThat(context.all(Action.Send.class))
        .extracting(Action.Send::kind)
        .containsExactly(FrameKind.TEXT, FrameKind.PING);
    session.onFrame(FrameKind.PONG, ByteBuffer.allocate(0));
    assertThat(context.all(Action.Answered.class)).hasSize(1);
  }

  @Test
  void onceTheSiteLetsUsInBytesAreSaidAsAHeartbeatUntilItEndsForGood() {
    RoomSession session =
        open(
            FeedReader.parse(
                "x.yaml",
                """
                feed: 1
                id: any
                socket:
                  url: ws://a.example/
                  accepted: {$.ok: true}
                  heartbeat: {every: 20s, hex: "00 01", answer: {hex: "00 02"}}
                decode: [json]
                events: {type: notice, text: "$.a.b[0]['c d'][*]"}
                end:
                  - {when: {$.cmd: kicked}, why: $.why}
                  - {when: {$.cmd: banned}, why: $.why, for_good: true}
                """));
    session.onOpen(new Dial.Polling(new Pace(0, 0)));
    assertThat(context.sent()).isEmpty();
    hear(session, "{\"ok\":true}");
    assertThat(context.isLive()).isTrue();
    assertThat(context.sent()).containsExactly(ByteBuffer.wrap(new byte[] {0, 1}));
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(new byte[] {0, 2}));
    assertThat(context.all(Action.Answered.class)).hasSize(1);
    context.pass(20_000);
    session.onWake();
    assertThat(context.sent()).hasSize(2);
    hear(session, "{\"a\":{\"b\":[{\"c d\":[\"deep\"]}]}}");
    assertThat(context.events(Notice.class)).extracting(Notice::text).containsExactly("deep");
    hear(session, "{\"cmd\":\"kicked\",\"why\":\"full\"}");
    hear(session, "{\"cmd\":\"banned\",\"why\":\"spam\"}");
    List<Action.Reconnect> ends = context.all(Action.Reconnect.class);
    assertThat(ends)
        .extracting(end -> end.why().why())
        .containsExactly("the site ends it: full", "the site ends it: spam");
    assertThat(ends.get(0).why().how()).isNotEqualTo(Verdict.FAILED);
    assertThat(ends.get(1).why().how()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aTopicIsHeardFromTheHubOfThisMachine() {
    RoomSession session =
        open(
            FeedReader.parse(
                "x.yaml",
                """
                feed: 1
                id: any
                topic: cats
                decode: [json]
                events: {type: notice, text: $.value}
                """));
    assertThat(session.resolve(Resolve.FIRST).toCompletableFuture().join())
        .singleElement()
        .isInstanceOfSatisfying(
            Dial.WebSocket.class,
            dial ->
                assertThat(dial.uri().toString()).startsWith("ws://127.0.0.1:7077/ws/topic/cats"));
  }

  @Test
  void aTextIsAHeartbeatTooAndSilenceHasALimit() {
    RoomSession session =
        open(
            FeedReader.parse(
                "x.yaml",
                """
                feed: 1
                id: any
                socket:
                  url: ws://a.example/
                  heartbeat: {every: 20s, text: beat, answer: {text: alive}}
                  quiet_for: 45s
                decode: [json]
                events: {type: notice, text: $.t}
                """));
    assertThat(session.resolve(Resolve.FIRST).toCompletableFuture().join())
        .singleElement()
        .isInstanceOfSatisfying(
            Dial.WebSocket.class,
            dial -> assertThat(dial.pace().silentAfterMs()).isEqualTo(45_000));
    session.onOpen(new Dial.Polling(new Pace(0, 0)));
    assertThat(said(0)).isEqualTo("beat");
    assertThat(context.all(Action.Send.class))
        .extracting(Action.Send::kind)
        .containsExactly(FrameKind.TEXT);
    hear(session, "alive");
    assertThat(context.all(Action.Answered.class)).hasSize(1);
    context.pass(20_000);
    session.onWake();
    assertThat(said(1)).isEqualTo("beat");
  }

  @Test
  void aDateWithoutAZoneIsReadInTheFeeds() {
    RoomSession session =
        open(
            FeedReader.parse(
                "x.yaml",
                """
                feed: 1
                id: any
                socket: {url: 'ws://a.example/'}
                decode: [json]
                events: {type: notice, time: $.at, time_unit: text, zone: "+08:00", text: $.t}
                """));
    hear(session, "{\"at\":\"2026-01-31 20:00:00\",\"t\":\"no zone\"}");
    hear(session, "{\"at\":\"2026-01-31T20:00:00Z\",\"t\":\"a zone of its own\"}");
    hear(session, "{\"at\":\"soon\",\"t\":\"no time\"}");
    assertThat(context.events())
        .extracting(event -> event.origin().time())
        .containsExactly(1_769_860_800_000L, 1_769_889_600_000L, 0L);
  }

  private String refusal(HttpReply reply) {
    RoomSession session = example("kuaixun.yaml");
    context.http = call -> CompletableFuture.completedFuture(reply);
    Throwable[] failure = new Throwable[1];
    session.resolve(Resolve.FIRST).whenComplete((dials, why) -> failure[0] = why);
    return String.valueOf(requireNonNull(failure[0].getCause()).getMessage());
  }

  @Test
  void protobufIsReadByFieldNumbersAndJsonInsideJsonIsUnpacked() {
    assertThat(heard("[protobuf-raw]", "$.3[*]", "$.1", protobuf()))
        .containsExactly("hello", "again");
    String inner =
        java.util.Base64.getEncoder()
            .encodeToString(Compressors.compress(Format.ZLIB, "{\"t\":\"deep\"}".getBytes(UTF_8)));
    String chain = "[json, {at: $.d}, base64, inflate, json]";
    assertThat(heard(chain, "$", "$.t", ("{\"d\":\"" + inner + "\"}").getBytes(UTF_8)))
        .containsExactly("deep");
    byte[] bare = Compressors.compress(Format.DEFLATE, "{\"t\":\"bare\"}".getBytes(UTF_8));
    assertThat(heard("[inflate, json]", "$", "$.t", bare)).containsExactly("bare");
    byte[] lines = "{\"t\":\"a\"}\r\n\n{\"t\":\"b\"}\n".getBytes(UTF_8);
    assertThat(heard("[lines, json]", "$", "$.t", lines)).containsExactly("a", "b");
    byte[] brotli = Compressors.compress(Format.BROTLI, "{\"t\":\"br\"}".getBytes(UTF_8));
    assertThat(heard("[brotli, json]", "$", "$.t", brotli)).containsExactly("br");
  }

  private static byte[] protobuf() {
    return new ProtoWriter()
        .varint(1, 5)
        .message(3, new ProtoWriter().string(1, "hello").varint(2, 300))
        .message(3, new ProtoWriter().string(1, "again").varint(2, 300))
        .toBytes();
  }

  private List<String> heard(String decode, String messages, String text, byte[] frame) {
    FeedPlatform feed =
        FeedReader.parse(
            "x.yaml",
            "feed: 1\nid: any\nsocket: {url: 'ws://a.example/'}\ndecode: %s\nmessages: %s\n"
                    .formatted(decode, messages)
                + "events: {type: notice, text: %s}\n".formatted(text));
    RoomSession session = open(feed);
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    assertThat(context.broken()).isEmpty();
    return context.events().stream().map(LiveEvent.class::cast).map(FeedSessionTest::text).toList();
  }

  private static String text(LiveEvent event) {
    return event instanceof Notice notice ? notice.text() : "not a notice: " + event;
  }
}
