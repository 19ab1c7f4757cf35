package io.github.danmuhub.platform.douyin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.douyin.DouyinWorld;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseHead;
import io.github.danmuhub.platform.douyin.page.RoomPage;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.testing.RecordingContext;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DouyinSiteTest {
  private static final String COOKIES = "ttwid=1; __ac_nonce=2";

  private HostedPlatform<?> site = DouyinWorld.site(DouyinWorld.today());

  @Test
  void thePageComesBitByBitAsTheRealOne() {
    HttpReply first = get("/80017709309", "");
    assertThat(first.headers().first("Set-Cookie").orElse("")).startsWith("__ac_nonce=");
    assertThat(RoomPage.read(first.text())).isEmpty();
    assertThat(get("/80017709309", "__ac_nonce=2").text()).contains("captcha");
    assertThat(get("/", "").headers().first("Set-Cookie").orElse("")).startsWith("ttwid=");
    assertThat(RoomPage.read(get("/80017709309", COOKIES).text()).orElseThrow().isLive()).isTrue();
    assertThat(get("/1", COOKIES).status()).isEqualTo(404);
  }

  @Test
  void thePageOf2022IsThatOfTheTutorialsWithATtwid() {
    site = DouyinWorld.site(DouyinWorld.options(Rules.YEAR_2022, List.of(), 5, false));
    HttpReply page = get("/80017709309", "");
    assertThat(page.headers().first("Set-Cookie").orElse("")).startsWith("ttwid=");
    assertThat(page.text())
        .contains("<script id=\"RENDER_DATA\" type=\"application/json\">%7B%22app%22");
    assertThat(RoomPage.read(page.text()).orElseThrow().title()).contains("80017709309");
  }

  @Test
  void aRefusedLookupIsAVerificationPageAndEmptyAnswers() {
    site = DouyinWorld.site(DouyinWorld.today(Fault.LOOKUP_REFUSED));
    assertThat(get("/80017709309", COOKIES).text()).contains("captcha");
    assertThat(get("/webcast/room/web/enter/?web_rid=80017709309", COOKIES).text()).isEmpty();
    assertThat(get("/webcast/im/fetch/?room_id=80017709309", COOKIES).body().size()).isZero();
  }

  @Test
  void webEnterSaysWhatThePageSays() {
    HttpReply reply = get("/webcast/room/web/enter/?web_rid=80017709309", COOKIES);
    assertThat(RoomPage.readEnter(reply.text()).orElseThrow().isLive()).isTrue();
  }

  @Test
  void theHandshakeIsCheckedAsTheRealOneChecksIt() throws Exception {
    String good =
        "room_id=80017709309&user_unique_id=7&version_code=180800&webcast_sdk_version=1.0.15";
    refused(good + "&signature=00000000", COOKIES);
    refused(good + "&signature=Simulator0000000", "");
    refused(good + "&signature=Simulator0000000&browser_version=5.0", COOKIES);
    refused(good.replace("user_unique_id=7", "") + "&signature=Simulator0000000", COOKIES);
    refused(good.replace("80017709309", "1") + "&signature=Simulator0000000", COOKIES);
    assertThat(accept(good + "&signature=Simulator0000000", COOKIES, new Wire())).isNotNull();
    assertThat(site.tallies()).containsEntry("handshake without User-Agent", 6L);
    assertThat(site.tallies().keySet())
        .contains(
            "handshake without the page's Referer",
            "handshake without the page's Origin",
            "handshake without tz_name",
            "handshake without im_path");
  }

  @Test
  void aSocketOnAnotherPathIsNotThere() {
    URI uri = URI.create("wss://webcast100-ws-web-lq.douyin.com/webcast/im/push/v3/?room_id=1");
    assertThatThrownBy(() -> site.accept(HttpCall.get(uri, Headers.NONE), Douyins.NOW, new Wire()))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.reply().status()).isEqualTo(404));
  }

  @Test
  void webEnterIsEmptyForWhomTheSiteDoesNotKnow() {
    assertThat(get("/webcast/room/web/enter/?web_rid=80017709309", "").text()).isEmpty();
  }

  @Test
  void aMaskStrikesAVisitorInThePollsAndOnTheSocketAlike() throws Exception {
    site = DouyinWorld.site(DouyinWorld.once(Fault.GUEST_MASKED));
    String guest = "&user_unique_id=7";
    assertThat(names(fetched("/webcast/im/fetch/?room_id=80017709309" + guest)))
        .isNotEmpty()
        .allMatch(name -> name.equals("二***"));
    Wire wire = new Wire();
    connect(wire).onWake(Douyins.NOW + 2_000);
    assertThat(names(Douyins.receive(wire.sent.get(0)).events(Chat.class)))
        .isNotEmpty()
        .allMatch(name -> name.equals("二***"));
    String other = "&user_unique_id=8";
    assertThat(names(fetched("/webcast/im/fetch/?room_id=80017709309" + other)))
        .isNotEmpty()
        .noneMatch(name -> name.equals("二***"));
  }

  private List<Chat> fetched(String path) throws Exception {
    RecordingContext out = Douyins.context();
    DouyinEvents events = Douyins.events(out);
    ByteBuffer body = ByteBuffer.wrap(get(path, COOKIES).body().toBytes());
    DouyinResponseCodec.messages(body, events.response(true));
    return out.events(Chat.class);
  }

  private static List<String> names(List<Chat> chats) {
    return chats.stream().map(chat -> String.valueOf(chat.user().name())).toList();
  }

  @Test
  void whatAPollSaysOfItselfIsNotWhatAFrameSays() throws Exception {
    String fetch = "/webcast/im/fetch/?room_id=80017709309&user_unique_id=7";
    DouyinResponse polled =
        DouyinResponseHead.read(ByteBuffer.wrap(get(fetch, COOKIES).body().toBytes())).response();
    assertThat(polled.internalExt()).startsWith("internal_src:dim|wss_push_room_id:");
    assertThat(polled.internalExt()).contains("|wss_push_did:7|", "|seq:1|");
    assertThat(polled.needAck()).isFalse();
    Wire wire = new Wire();
    connect(wire).onWake(Douyins.NOW + 200);
    DouyinPacket packet = DouyinPacketCodec.decode(ByteBuffer.wrap(wire.sent.get(0)));
    assertThat(packet.header("im-internal_ext")).startsWith("internal_src:pushserver|");
    assertThat(Long.compareUnsigned(packet.logId(), Long.MAX_VALUE)).isPositive();
  }

  @Test
  void framesLookLikeTheRealOnes() throws Exception {
    Wire wire = new Wire();
    connect(wire).onWake(Douyins.NOW + 200);
    DouyinPacket packet = DouyinPacketCodec.decode(ByteBuffer.wrap(wire.sent.get(0)));
    assertThat(packet.service()).isEqualTo(8888);
    assertThat(packet.method()).isEqualTo(8);
    assertThat(packet.payloadEncoding()).isEqualTo("pb");
    assertThat(packet.headers().keySet())
        .containsExactly(
            "compress_type", "im-internal_ext", "im-cursor", "im-now", "im-live_cursor");
  }

  @Test
  void acksAreCountedRightWrongAndMissing() throws Exception {
    Wire wire = new Wire();
    HostedPeer peer = connect(wire);
    peer.onWake(Douyins.NOW + 200);
    peer.onWake(Douyins.NOW + 400);
    peer.onWake(Douyins.NOW + 600);
    DouyinPacket first = DouyinPacketCodec.decode(ByteBuffer.wrap(wire.sent.get(0)));
    peer.onFrame(
        FrameKind.BINARY,
        DouyinPacketCodec.ack(first.logId(), first.header("im-internal_ext")),
        Douyins.NOW + 700);
    peer.onFrame(
        FrameKind.BINARY, DouyinPacketCodec.ack(first.logId() + 1, "wrong"), Douyins.NOW + 700);
    peer.onClosed(Douyins.NOW + 6_000);
    assertThat(site.tallies())
        .containsEntry("acks right", 1L)
        .containsEntry("acks wrong", 1L)
        .containsEntry("acks missing", 1L);
  }

  @Test
  void aFrameThatOvertakesAnAckIsCounted() throws Exception {
    Wire wire = new Wire();
    HostedPeer peer = connect(wire);
    peer.onFrame(FrameKind.BINARY, DouyinPacketCodec.heartbeat(), Douyins.NOW + 100);
    peer.onWake(Douyins.NOW + 200);
    assertThat(site.tallies()).doesNotContainKey("other frames while an ack is owed");
    peer.onFrame(FrameKind.BINARY, DouyinPacketCodec.heartbeat(), Douyins.NOW + 300);
    assertThat(site.tallies()).containsEntry("other frames while an ack is owed", 1L);
  }

  @Test
  void theHeartbeatIsTakenInAllItsForms() throws Exception {
    Wire wire = new Wire();
    HostedPeer peer = connect(wire);
    peer.onFrame(FrameKind.BINARY, DouyinPacketCodec.heartbeat(), Douyins.NOW + 15_000);
    peer.onFrame(FrameKind.TEXT, DouyinPacketCodec.heartbeat(), Douyins.NOW + 30_000);
    peer.onFrame(FrameKind.PING, DouyinPacketCodec.heartbeat(), Douyins.NOW + 45_000);
    peer.onWake(Douyins.NOW + 64_000);
    assertThat(wire.dropped).isFalse();
    peer.onWake(Douyins.NOW + 65_000);
    assertThat(wire.dropped).isTrue();
    assertThat(site.tallies())
        .containsEntry("heartbeats as TEXT", 1L)
        .containsEntry("heartbeats as PING", 1L);
  }

  private HostedPeer connect(Wire wire) throws RefusedException {
    return accept(
        "room_id=80017709309&user_unique_id=7&version_code=1&webcast_sdk_version=1&signature=Simulator0000000",
        COOKIES,
        wire);
  }

  private void refused(String query, String cookie) {
    assertThatThrownBy(() -> accept(query, cookie, new Wire()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.reply().status()).isEqualTo(200);
              assertThat(e.reply().headers().first("handshake-msg")).isPresent();
              assertThat(e.reply().headers().first("handshake-status")).hasValue("415");
            });
  }

  private HostedPeer accept(String query, String cookie, Wire wire) throws RefusedException {
    URI uri = URI.create("wss://webcast100-ws-web-lq.douyin.com/webcast/im/push/v2/?" + query);
    return site.accept(HttpCall.get(uri, Headers.of("Cookie", cookie)), Douyins.NOW, wire);
  }

  private HttpReply get(String path, String cookie) {
    List<HttpReply> replies = new ArrayList<>();
    site.onHttp(
        HttpCall.get(URI.create("https://live.douyin.com" + path), Headers.of("Cookie", cookie)),
        Douyins.NOW,
        replies::add);
    return replies.get(0);
  }

  private static final class Wire implements PeerSocket {
    private final List<byte[]> sent = new ArrayList<>();
    private boolean dropped;

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      sent.add(Douyins.bytes(bytes));
    }

    @Override
    public void wakeAt(long epochMs) {}

    @Override
    public void drop(String why) {
      dropped = true;
    }
  }
}
