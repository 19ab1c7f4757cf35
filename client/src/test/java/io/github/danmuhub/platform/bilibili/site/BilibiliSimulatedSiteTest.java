package io.github.danmuhub.platform.bilibili.site;

import static io.github.danmuhub.platform.bilibili.site.SimulatedSites.ROOM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.testing.RecordingContext.Action;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides of the platform talk to each other, in memory. */
class BilibiliSimulatedSiteTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.bilibili.com/, '; path=/; domain=.bilibili.com'",
    "http://127.0.0.1:7001/, '; path=/'",
    "http://notbilibili.com/, '; path=/'"
  })
  void theDeviceCookiesNameADomainThatTheHostBelongsTo(String url, String attributes) {
    List<String> cookies = new ArrayList<>();
    HttpCall call = HttpCall.get(URI.create(url), Headers.of("User-Agent", "Mozilla/5.0"));
    SimulatedSites.scripted()
        .onHttp(call, 0, reply -> cookies.addAll(reply.headers().all("Set-Cookie")));
    assertThat(cookies).hasSize(2);
    assertThat(cookies.get(0)).matches("buvid3=[\\w-]+infoc" + Pattern.quote(attributes));
    assertThat(cookies.get(1)).isEqualTo("b_nut=0" + attributes);
  }

  @Test
  void aDeviceCookieWithoutALoginIsUsedAsSuch() throws LookupException {
    Credentials device = new Credentials("buvid3=AAAA-BBBBinfoc; bili_jct=0; SESSDATA=");
    WiredRoom room = new WiredRoom(SimulatedSites.scripted(), ROOM, device, Map.of());
    room.connect(Resolve.FIRST).pass(5_000);

    assertThat(room.out.isLive()).isTrue();
    assertThat(room.out.all(Action.Send.class).get(0).bytes())
        .satisfies(auth -> assertThat(text(auth)).contains("\"buvid\":\"AAAA-BBBBinfoc\""));
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }

  @Test
  void aVisitorLooksUpAuthenticatesAndHearsTheRoom() throws LookupException {
    WiredRoom room = connected(SimulatedSites.scripted());
    room.pass(40_000);

    assertThat(room.out.isLive()).isTrue();
    assertThat(room.out.broken()).isEmpty();
    assertThat(room.events()).hasAtLeastOneElementOfType(Room.class);
    assertThat(room.events()).hasAtLeastOneElementOfType(Broadcast.class);
    assertThat(room.events()).doesNotHaveAnyElementsOfTypes(Unknown.class);
    assertThat(count(room, Chat.class)).isGreaterThan(100);
    assertThat(count(room, SuperChat.class)).isEqualTo(1);
    assertThat(count(room, Membership.class)).isEqualTo(1);
    assertThat(room.out.all(Action.Answered.class)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"wss,0", "ws,2", "wss,3", "tcp,0", "tcp,2", "tcp,3"})
  void everyWayGivesTheSameEventsInTheSameOrder(String transport, String protover)
      throws LookupException {
    List<String> expected = chats(connected(replay(false)).pass(30_000));

    WiredRoom room =
        new WiredRoom(
            replay(false),
            ROOM,
            Credentials.NONE,
            Map.of("transport", transport, "protover", protover));
    room.connect(Resolve.FIRST).pass(30_000);

    assertThat(chats(room)).isEqualTo(expected).hasSize(20);
    assertThat(room.out.broken()).isEmpty();
  }

  @Test
  void aReplayIsNotStartedAgainForWhoComesBack() throws LookupException {
    WiredRoom room = connected(replay(false)).pass(5_500);
    room.cut();
    room.pass(4_000).connect(Resolve.STALE).pass(60_000);

    assertThat(chats(room)).startsWith("第0条").endsWith("第19条").doesNotHaveDuplicates();
    assertThat(chats(room)).doesNotContain("第7条");
    assertThat(room.isOpen()).isTrue();
  }

  @Test
  void aSecondClientHearsTheRoomFromNow() throws LookupException {
    HostedPlatform<?> site = replay(false);
    connected(site);
    WiredRoom late = WiredRoom.anonymous(site, ROOM);
    late.pass(10_000);
    late.connect(Resolve.FIRST).pass(60_000);

    assertThat(chats(late)).startsWith("第10条").hasSize(10);
  }

  @Test
  void aLoopedReplayHasFreshMessageIds() throws LookupException {
    WiredRoom room = connected(replay(true)).pass(65_000);

    assertThat(chats(room)).hasSizeGreaterThan(60);
    assertThat(room.events().stream().map(e -> e.origin().id()).filter(id -> id != null))
        .doesNotHaveDuplicates();
  }

  @Test
  void aShortIdIsFollowedToTheLongOne() throws LookupException {
    HostedPlatform<?> site =
        SimulatedSites.site("6", List.of(), Rules.TODAY, false, PendingFaults.none());
    WiredRoom room = WiredRoom.anonymous(site, "6").connect(Resolve.FIRST).pass(10_000);

    assertThat(room.out.isLive()).isTrue();
    assertThat(room.events()).allMatch(event -> event.origin().room().equals("6"));
  }

  @Test
  void aRoomThatDoesNotExistFailsForGood() {
    WiredRoom room = WiredRoom.anonymous(SimulatedSites.scripted(), "404");

    assertThatThrownBy(() -> room.resolve(Resolve.FIRST))
        .isInstanceOfSatisfying(
            LookupException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.FAILED))
        .hasMessage("room 404 does not exist (code 1)");
  }

  @Test
  void aScriptsUserAgentIsRefusedWithItsCode() {
    WiredRoom room =
        new WiredRoom(
            SimulatedSites.scripted(),
            ROOM,
            Credentials.NONE,
            Map.of("user-agent", "python-requests/2"));

    assertRefused(room, -352);
  }

  @Test
  void aRefusedLookupIsWorthAnotherTry() throws LookupException {
    WiredRoom room = WiredRoom.anonymous(SimulatedSites.with(Fault.LOOKUP_REFUSED), ROOM);

    assertRefused(room, -352);
    assertThat(room.connect(Resolve.STALE).out.isLive()).isTrue();
  }

  @Test
  void theUsersOwnAccountAuthenticatesAsItself() throws LookupException {
    Credentials cookie = new Credentials("SESSDATA=abc; DedeUserID=77");
    WiredRoom room = new WiredRoom(SimulatedSites.scripted(), ROOM, cookie, Map.of());

    assertThat(room.connect(Resolve.FIRST).out.isLive()).isTrue();
  }

  @Test
  void anExpiredCookieFailsForGoodInWords() {
    Credentials cookie = new Credentials("SESSDATA=expired");
    WiredRoom room = new WiredRoom(SimulatedSites.scripted(), ROOM, cookie, Map.of());

    assertThatThrownBy(() -> room.resolve(Resolve.FIRST))
        .isInstanceOfSatisfying(
            LookupException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.FAILED))
        .hasMessageContaining("log in again and export it anew");
  }

  @Test
  void aRefusedTokenIsLookedUpAgain() throws LookupException {
    WiredRoom room = connected(SimulatedSites.with(Fault.AUTH_REFUSED));

    assertThat(room.out.isLive()).isFalse();
    assertThat(room.out.all(Action.Reconnect.class))
        .containsExactly(
            new Action.Reconnect(Setback.again(-101, "the token is refused (code -101)")));
    assertThat(room.connect(Resolve.REFUSED).out.isLive()).isTrue();
  }

  @Test
  void aSilentServerIsNeverTakenForLive() throws LookupException {
    WiredRoom room = connected(SimulatedSites.with(Fault.AUTH_SILENT)).pass(69_000);

    assertThat(room.out.isLive()).isFalse();
    assertThat(room.isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_JSON", "UNKNOWN_OP", "BOMB", "BAD_LENGTH", "ZERO_LENGTH"})
  void aBrokenPacketCostsItsNeighboursNothing(Fault fault) throws LookupException {
    List<String> expected = chats(connected(SimulatedSites.scripted()).pass(5_000));

    WiredRoom room = connected(SimulatedSites.with(fault)).pass(5_000);

    assertThat(room.out.broken()).hasSize(1);
    assertThat(room.isOpen()).isTrue();
    assertThat(chats(room)).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_LENGTH", "ZERO_LENGTH"})
  void onTcpALengthThatLiesLosesTheStream(Fault fault) throws LookupException {
    HostedPlatform<?> site =
        SimulatedSites.site(
            ROOM,
            SimulatedSites.chats(20),
            Rules.TODAY,
            false,
            new PendingFaults(Map.of(fault, 1), 0));
    WiredRoom room = new WiredRoom(site, ROOM, Credentials.NONE, Map.of("transport", "tcp"));
    room.connect(Resolve.FIRST).pass(1_000);

    assertThat(room.isOpen()).isFalse();
    assertThat(room.verdict()).isEqualTo(Verdict.NEXT_DIAL);
    assertThat(chats(room)).containsExactly("第0条");
    assertThat(chats(room.connect(Resolve.STALE).pass(500))).containsExactly("第0条", "第1条");
  }

  @Test
  void theHostListNamesTheTcpPortOfTheSimulator() throws LookupException {
    WiredRoom room =
        new WiredRoom(
            SimulatedSites.scripted(), ROOM, Credentials.NONE, Map.of("transport", "tcp"));

    assertThat(room.resolve(Resolve.FIRST))
        .hasSize(3)
        .allSatisfy(dial -> assertThat(((Dial.Tcp) dial).port()).isEqualTo(7002));
  }

  @Test
  void itTellsWhatItServedAndRefused() throws LookupException {
    HostedPlatform<?> site = SimulatedSites.with(Fault.AUTH_REFUSED);
    connected(site).connect(Resolve.REFUSED).pass(1_000);

    assertThat(site.tallies())
        .containsEntry("auths", 2L)
        .containsEntry("auths refused: token", 1L)
        .containsEntry("handshakes", 2L)
        .containsEntry("heartbeats", 1L)
        .containsEntry("lookups", 10L);
    assertThat(site.tallies().keySet()).noneMatch(name -> name.startsWith("odd: servers asked"));
  }

  @Test
  void itCountsWhoComesBackWithoutACookieThatABrowserHas() throws LookupException {
    HostedPlatform<?> site = SimulatedSites.scripted();
    new WiredRoom(site, ROOM, new Credentials("buvid3=AAAA-BBBBinfoc"), Map.of())
        .connect(Resolve.FIRST);
    assertThat(site.tallies())
        .containsEntry("odd: servers asked for without buvid4", 1L)
        .containsEntry("odd: servers asked for without b_nut", 1L);
  }

  private static void assertRefused(WiredRoom room, int code) {
    assertThatThrownBy(() -> room.resolve(Resolve.FIRST))
        .isInstanceOfSatisfying(
            LookupException.class,
            e -> {
              assertThat(e.verdict()).isEqualTo(Verdict.RESOLVE);
              assertThat(e.code()).isEqualTo(code);
            });
  }

  private static HostedPlatform<?> replay(boolean loop) {
    return SimulatedSites.replaying(loop, SimulatedSites.chats(20));
  }

  private static WiredRoom connected(HostedPlatform<?> site) throws LookupException {
    return WiredRoom.anonymous(site, ROOM).connect(Resolve.FIRST);
  }

  private static List<String> chats(WiredRoom room) {
    return room.events().stream()
        .filter(Chat.class::isInstance)
        .map(event -> ((Chat) event).text())
        .toList();
  }

  private static long count(WiredRoom room, Class<?> kind) {
    return room.events().stream().filter(kind::isInstance).count();
  }
}
