package io.github.danmuhub.platform.bilibili.site;

import static io.github.danmuhub.platform.bilibili.site.SimulatedSites.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.testing.WiredRoom;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
  void aDeviceCookieWithoutALoginIsUsedAsSuch() {
    Credentials device = new Credentials("buvid3=AAAA-BBBBinfoc; bili_jct=0; SESSDATA=");
    WiredRoom room = SimulatedSites.room(SimulatedSites.scripted(), device, Map.of());
    room.open().pass(5_000);

    assertThat(room.lives).isEqualTo(1);
    assertThat(room.sent.get(0).bytes().text()).contains("\"buvid\":\"AAAA-BBBBinfoc\"");
  }

  @Test
  void aVisitorLooksUpAuthenticatesAndHearsTheRoom() {
    WiredRoom room = connected(SimulatedSites.scripted());
    room.pass(40_000);

    assertThat(room.lives).isEqualTo(1);
    assertThat(room.malformed).isEmpty();
    assertThat(room.events).hasAtLeastOneElementOfType(Room.class);
    assertThat(room.events).hasAtLeastOneElementOfType(Broadcast.class);
    assertThat(room.events).doesNotHaveAnyElementsOfTypes(Unknown.class);
    assertThat(count(room, Chat.class)).isGreaterThan(100);
    assertThat(count(room, SuperChat.class)).isEqualTo(1);
    assertThat(count(room, Membership.class)).isEqualTo(1);
    assertThat(room.answers).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"wss,0", "ws,2", "wss,3", "tcp,0", "tcp,2", "tcp,3"})
  void everyWayGivesTheSameEventsInTheSameOrder(String transport, String protover) {
    List<String> expected = chats(connected(replay(false)).pass(30_000));

    WiredRoom room =
        SimulatedSites.room(
            replay(false), Credentials.NONE, Map.of("transport", transport, "protover", protover));
    room.open().pass(30_000);

    assertThat(chats(room)).isEqualTo(expected).hasSize(20);
    assertThat(room.malformed).isEmpty();
  }

  @Test
  void aReplayIsNotStartedAgainForWhoComesBack() {
    WiredRoom room = connected(replay(false)).pass(5_500);
    room.cut();
    room.pass(60_000);

    assertThat(chats(room)).startsWith("第0条").endsWith("第19条").doesNotHaveDuplicates();
    assertThat(chats(room)).doesNotContain("第6条").hasSize(19);
    assertThat(room.isOpen()).isTrue();
  }

  @Test
  void aSecondClientHearsTheRoomFromNow() {
    HostedPlatform<?> site = replay(false);
    connected(site);
    WiredRoom late = SimulatedSites.room(site).pass(10_000);
    late.open().pass(60_000);

    assertThat(chats(late)).startsWith("第10条").hasSize(10);
  }

  @Test
  void aLoopedReplayHasFreshMessageIds() {
    WiredRoom room = connected(replay(true)).pass(65_000);

    assertThat(chats(room)).hasSizeGreaterThan(60);
    assertThat(room.events.stream().map(e -> e.origin().id()).filter(id -> id != null))
        .doesNotHaveDuplicates();
  }

  @Test
  void aShortIdIsFollowedToTheLongOne() {
    HostedPlatform<?> site =
        SimulatedSites.site("6", List.of(), Rules.TODAY, false, PendingFaults.none());
    WiredRoom room = SimulatedSites.room("6", site).open().pass(10_000);

    assertThat(room.lives).isEqualTo(1);
    assertThat(room.events).allMatch(event -> event.origin().room().equals("6"));
  }

  @Test
  void aRoomThatDoesNotExistFailsForGood() {
    WiredRoom room = SimulatedSites.room("404", SimulatedSites.scripted()).open();

    assertRefused(room, Verdict.FAILED, 1);
    assertThat(room.setbacks.get(0).why()).isEqualTo("room 404 does not exist (code 1)");
  }

  @Test
  void aScriptsUserAgentIsRefusedWithItsCode() {
    WiredRoom room =
        SimulatedSites.room(
            SimulatedSites.scripted(), Credentials.NONE, Map.of("user-agent", "python-requests/2"));

    assertRefused(room.open(), Verdict.RESOLVE, -352);
  }

  @Test
  void aRefusedLookupIsWorthAnotherTry() {
    WiredRoom room = connected(SimulatedSites.with(Fault.LOOKUP_REFUSED));

    assertRefused(room, Verdict.RESOLVE, -352);
    assertThat(room.pass(3_000).lives).isEqualTo(1);
  }

  @Test
  void theUsersOwnAccountAuthenticatesAsItself() {
    Credentials cookie = new Credentials("SESSDATA=abc; DedeUserID=77");
    WiredRoom room = SimulatedSites.room(SimulatedSites.scripted(), cookie, Map.of());

    assertThat(room.open().lives).isEqualTo(1);
  }

  @Test
  void anExpiredCookieFailsForGoodInWords() {
    Credentials cookie = new Credentials("SESSDATA=expired");
    WiredRoom room = SimulatedSites.room(SimulatedSites.scripted(), cookie, Map.of()).open();

    assertRefused(room, Verdict.FAILED, -101);
    assertThat(room.setbacks.get(0).why()).contains("log in again and export it anew");
  }

  @Test
  void aRefusedTokenIsLookedUpAgain() {
    WiredRoom room = connected(SimulatedSites.with(Fault.AUTH_REFUSED));

    assertThat(room.lives).isZero();
    assertThat(room.setbacks)
        .containsExactly(Setback.again(-101, "the token is refused (code -101)"));
    assertThat(room.pass(3_000).lives).isEqualTo(1);
  }

  @Test
  void aSilentServerIsNeverTakenForLive() {
    WiredRoom room = connected(SimulatedSites.with(Fault.AUTH_SILENT)).pass(69_000);

    assertThat(room.lives).isZero();
    assertThat(room.isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_JSON", "UNKNOWN_OP", "BOMB", "BAD_LENGTH", "ZERO_LENGTH"})
  void aBrokenPacketCostsItsNeighboursNothing(Fault fault) {
    List<String> expected = chats(connected(SimulatedSites.scripted()).pass(5_000));

    WiredRoom room = connected(SimulatedSites.with(fault)).pass(5_000);

    assertThat(room.malformed).hasSize(1);
    assertThat(room.isOpen()).isTrue();
    assertThat(chats(room)).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_LENGTH", "ZERO_LENGTH"})
  void onTcpALengthThatLiesLosesTheStream(Fault fault) {
    HostedPlatform<?> site =
        SimulatedSites.site(
            ROOM,
            SimulatedSites.chats(20),
            Rules.TODAY,
            false,
            new PendingFaults(Map.of(fault, 1), 0));
    WiredRoom room = SimulatedSites.room(site, Credentials.NONE, Map.of("transport", "tcp"));
    room.open().pass(500);

    assertThat(room.setbacks).extracting(Setback::how).containsExactly(Verdict.NEXT_DIAL);
    assertThat(chats(room)).containsExactly("第0条");
    assertThat(chats(room.pass(1_000))).containsExactly("第0条", "第1条");
  }

  @Test
  void theHostListNamesTheTcpPortOfTheSimulator() {
    WiredRoom room =
        SimulatedSites.room(
            SimulatedSites.scripted(), Credentials.NONE, Map.of("transport", "tcp"));
    CompletableFuture<List<Dial>> found =
        room.session().resolve(Resolve.FIRST).toCompletableFuture();
    room.pass(0);

    assertThat(found.join())
        .hasSize(3)
        .allSatisfy(dial -> assertThat(((Dial.Tcp) dial).port()).isEqualTo(7002));
  }

  @Test
  void itTellsWhatItServedAndRefused() {
    HostedPlatform<?> site = SimulatedSites.with(Fault.AUTH_REFUSED);
    connected(site).pass(2_000);

    assertThat(site.tallies())
        .containsEntry("auths", 2L)
        .containsEntry("auths refused: token", 1L)
        .containsEntry("handshakes", 2L)
        .containsEntry("heartbeats", 1L)
        .containsEntry("lookups", 7L); // the second time the visitor is known
    assertThat(site.tallies().keySet()).noneMatch(name -> name.startsWith("odd: servers asked"));
  }

  @Test
  void itCountsWhoComesBackWithoutACookieThatABrowserHas() {
    HostedPlatform<?> site = SimulatedSites.scripted();
    SimulatedSites.room(site, new Credentials("buvid3=AAAA-BBBBinfoc"), Map.of()).open();
    assertThat(site.tallies())
        .containsEntry("odd: servers asked for without buvid4", 1L)
        .containsEntry("odd: servers asked for without b_nut", 1L);
  }

  private static void assertRefused(WiredRoom room, Verdict verdict, int code) {
    assertThat(room.lives).isZero();
    assertThat(room.setbacks.get(0).how()).isEqualTo(verdict);
    assertThat(room.setbacks.get(0).code()).isEqualTo(code);
  }

  private static HostedPlatform<?> replay(boolean loop) {
    return SimulatedSites.replaying(loop, SimulatedSites.chats(20));
  }

  private static WiredRoom connected(HostedPlatform<?> site) {
    return SimulatedSites.room(site).open();
  }

  private static List<String> chats(WiredRoom room) {
    return room.events.stream()
        .filter(Chat.class::isInstance)
        .map(event -> ((Chat) event).text())
        .toList();
  }

  private static long count(WiredRoom room, Class<?> kind) {
    return room.events.stream().filter(kind::isInstance).count();
  }
}
