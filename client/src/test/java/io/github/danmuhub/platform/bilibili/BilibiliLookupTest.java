package io.github.danmuhub.platform.bilibili;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.RecordingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lookup against answers of every kind. */
class BilibiliLookupTest {
  private static final String ROOM = "/room/v1/Room/get_info";
  private static final String ROOM_INIT = "/room/v1/Room/room_init";
  private static final String NAV = "/x/web-interface/nav";
  private static final String SERVERS = "/xlive/web-room/v1/index/getDanmuInfo";
  private static final String KEY =
      "https://i0.hdslb.com/bfs/wbi/7cd084941338484aae1ad9425b84077c.png";
  private static final String SECRET = "SESSDATA=very-secret";

  private HttpReply frontPage = HttpReply.of(412, "text/html", "");
  private final Map<String, HttpReply> answers = new HashMap<>();
  private final List<HttpCall> calls = new ArrayList<>();
  private RecordingContext out = RecordingContext.of("bilibili");
  private RoomSession session = session(Credentials.NONE);

  BilibiliLookupTest() {
    json(
        ROOM,
        "{\"code\":0,\"data\":{\"room_id\":5440,\"uid\":9,\"live_status\":1,"
            + "\"title\":\"t\",\"area_name\":\"a\",\"attention\":12}}");
    json(
        NAV,
        "{\"code\":-101,\"data\":{\"wbi_img\":{\"img_url\":\""
            + KEY
            + "\",\"sub_url\":\""
            + KEY
            + "\"}}}");
    json("/x/frontend/finger/spi", "{\"code\":0,\"data\":{\"b_3\":\"ABCDEF-infoc\"}}");
    json(
        SERVERS,
        "{\"code\":0,\"data\":{\"token\":\"T\",\"host_list\":["
            + "{\"host\":\"a.chat.bilibili.com\",\"port\":2243,\"wss_port\":2245,\"ws_port\":2244},"
            + "{\"host\":\"not a host\",\"port\":1},"
            + "{\"host\":\"b.chat.bilibili.com\"}]}}");
  }

  @Test
  void serversAreDialledInTheirOrderWithTheirPorts() {
    assertThat(resolve())
        .extracting(dial -> ((Dial.WebSocket) dial).uri().toString())
        .containsExactly("wss://a.chat.bilibili.com:2245/sub", "wss://b.chat.bilibili.com:443/sub");
  }

  @Test
  void followersAreStats() {
    resolve();

    assertThat(out.events()).hasAtLeastOneElementOfType(Stats.class).hasSize(3);
  }

  @Test
  void aBroadcastThatRunsOnIsToldOnceWithItsBeginning() {
    String room =
        "{\"code\":0,\"data\":{\"room_id\":5440,\"uid\":66,\"title\":\"猫\",\"live_status\":%d,"
            + "\"live_time\":\"%s\"}}";
    json(ROOM, room.formatted(1, "2023-11-15 06:13:20"));
    resolve();
    resolve();
    json(ROOM, room.formatted(0, "0000-00-00 00:00:00"));
    resolve();

    assertThat(out.events().stream().filter(Broadcast.class::isInstance))
        .extracting(e -> ((Broadcast) e).state(), e -> ((Broadcast) e).since())
        .containsExactly(
            tuple(Broadcast.State.LIVE, 1_700_000_000_000L), tuple(Broadcast.State.OFFLINE, 0L));
  }

  @Test
  void aRoomSaysWhoseItIs() {
    json(ROOM, "{\"code\":0,\"data\":{\"room_id\":5440,\"uid\":66,\"title\":\"猫\"}}");
    resolve();

    assertThat(out.events())
        .filteredOn(Room.class::isInstance)
        .singleElement()
        .hasFieldOrPropertyWithValue("anchor", User.of("66", null));
  }

  @Test
  void whereTheFirstRoomLookupIsRefusedTheSecondIsAsked() {
    json(ROOM, "{\"code\":-352,\"message\":\"-352\"}");
    json(ROOM_INIT, "{\"code\":0,\"data\":{\"room_id\":5440,\"live_status\":0}}");

    assertThat(resolve()).hasSize(2);
  }

  @Test
  void anAddressThatIsBlockedAsksNoSecondTime() {
    json(ROOM, "{\"code\":-412,\"message\":\"request was banned\"}");
    json(ROOM_INIT, "{\"code\":0,\"data\":{\"room_id\":5440,\"live_status\":0}}");

    assertThat(failure().setback().scope()).isEqualTo(Scope.ADDRESS);
    assertThat(calls).extracting(call -> call.uri().getPath()).doesNotContain(ROOM_INIT);
  }

  @Test
  void keysAndDeviceCookieAreKeptUntilARefusal() {
    resolve();
    calls.clear();
    resolve();
    assertThat(calls).hasSize(2);
    calls.clear();
    resolve(Resolve.REFUSED);

    assertThat(calls).hasSize(5);
  }

  @Test
  void aVisitorComesBackWithEveryCookieOfTheFrontPageAndOfTheFingerprint() {
    json(
        "/x/frontend/finger/spi",
        "{\"code\":0,\"data\":{\"b_3\":\"SPI-12345infoc\",\"b_4\":\"FOUR-1234%3D\"}}");
    frontPage =
        new HttpReply(
            200,
            Headers.of(
                "Set-Cookie", "buvid3=PAGE-1234infoc; path=/", "Set-Cookie", "b_nut=17; path=/"),
            Raw.NOTHING);
    resolve();

    assertThat(calls)
        .filteredOn(call -> call.uri().getPath().equals(SERVERS))
        .singleElement()
        .extracting(call -> call.headers().first("Cookie").orElse(""))
        .isEqualTo("buvid3=PAGE-1234infoc; b_nut=17; buvid4=FOUR-1234%3D");
  }

  @Test
  void theUsersCookieGoesWhereItIsNeededOnly() {
    session = session(new Credentials(SECRET));
    json(
        NAV,
        "{\"code\":0,\"data\":{\"mid\":7,\"isLogin\":true,\"wbi_img\":{\"img_url\":\""
            + KEY
            + "\",\"sub_url\":\""
            + KEY
            + "\"}}}");
    resolve();

    assertThat(calls)
        .filteredOn(call -> call.headers().first("Cookie").orElse("").contains(SECRET))
        .extracting(call -> call.uri().getPath())
        .containsExactly(NAV, SERVERS);
  }

  @ParameterizedTest
  @CsvSource({
    "1, FAILED, room 6 does not exist (code 1)",
    "60004, FAILED, room 6 does not exist (code 60004)",
    "-412, RESOLVE, room 6: this address is blocked for now: too many requests (code -412)"
  })
  void aRoomLookupThatIsRefusedSaysWhy(int code, Verdict verdict, String words) {
    json(ROOM, "{\"code\":" + code + "}");
    json(ROOM_INIT, "{\"code\":" + code + "}");

    assertThat(failure().verdict()).isEqualTo(verdict);
    assertThat(failure()).hasMessage(words);
  }

  @ParameterizedTest
  @CsvSource({"-352", "-412", "60009", "65530", "1002002", "1"})
  void aRefusalOfTheServersIsWorthAnotherTry(int code) {
    json(SERVERS, "{\"code\":" + code + "}");

    assertThat(failure().verdict()).isEqualTo(Verdict.RESOLVE);
    assertThat(failure().code()).isEqualTo(code);
    assertThat(failure()).hasMessageContaining("code " + code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <html>captcha</html> | HTML instead of JSON",
        "200 | {\"code\":0,\"da | broken or cut-off JSON",
        "200 | {} | the answer has no code",
        "200 | {\"code\":0} | names no server or no token",
        "412 | <html></html> | this address is blocked for now",
        "502 | Bad Gateway | the server answers HTTP 502"
      })
  void anAnswerThatIsNoneIsToldInWords(int status, String body, String words) {
    answers.put(SERVERS, HttpReply.of(status, "text/html", body));

    assertThat(failure().verdict()).isEqualTo(Verdict.RESOLVE);
    assertThat(failure()).hasMessageContaining(words).hasMessageStartingWith("servers of room 6");
  }

  @Test
  void noAnswerAtAllIsToldInWords() {
    answers.remove(NAV);

    assertThat(failure()).hasMessage("account and keys: connection timed out");
  }

  @Test
  void aBlockOfTheAddressIsNotAskedAgainAndConcernsAllItsRooms() {
    answers.put(ROOM, new HttpReply(412, Headers.of("Retry-After", "300"), Raw.bytes(new byte[0])));

    Setback setback = failure().setback();
    assertThat(setback.scope()).isEqualTo(Scope.ADDRESS);
    assertThat(setback.notBeforeMs()).isEqualTo(300_000);
    assertThat(calls)
        .extracting(call -> call.uri().getPath())
        .containsOnlyOnce(ROOM)
        .doesNotContain(ROOM_INIT, SERVERS);
  }

  @Test
  void theRoomAndTheVisitorAreAskedForAtOnce() {
    CompletableFuture<HttpReply> late = new CompletableFuture<>();
    out.http = call -> call.uri().getPath().equals(ROOM) ? asked(call, late) : answer(call);
    CompletableFuture<List<Dial>> lookup = session.resolve(Resolve.FIRST).toCompletableFuture();

    assertThat(calls)
        .extracting(call -> call.uri().getPath())
        .containsExactly(ROOM, "/", "/x/frontend/finger/spi", NAV);
    late.complete(Objects.requireNonNull(answers.get(ROOM)));
    assertThat(lookup.join()).hasSize(2);
  }

  private CompletionStage<HttpReply> asked(HttpCall call, CompletionStage<HttpReply> answer) {
    calls.add(call);
    return answer;
  }

  @Test
  void aRoomThatNeedsAPasswordSaysSoAndIsAskedForLate() {
    json(ROOM, "{\"code\":-400}");
    json(ROOM_INIT, "{\"code\":0,\"data\":{\"encrypted\":true,\"pwd_verified\":false}}");

    assertThat(failure()).hasMessageStartingWith("room 6 needs a password");
    assertThat(failure().setback().notBeforeMs()).isEqualTo(Setback.LONG_MS);
  }

  private List<Dial> resolve() {
    return resolve(Resolve.FIRST);
  }

  private List<Dial> resolve(Resolve why) {
    return session.resolve(why).toCompletableFuture().join();
  }

  private LookupException failure() {
    CompletableFuture<List<Dial>> lookup = session.resolve(Resolve.FIRST).toCompletableFuture();
    return (LookupException) Objects.requireNonNull(catchThrowable(lookup::get).getCause());
  }

  private CompletionStage<HttpReply> answer(HttpCall call) {
    calls.add(call);
    if (call.uri().getHost().equals("www.bilibili.com")) {
      return CompletableFuture.completedStage(frontPage);
    }
    HttpReply reply = answers.get(call.uri().getPath());
    return reply == null
        ? CompletableFuture.failedStage(new IOException("connection timed out"))
        : CompletableFuture.completedStage(reply);
  }

  private void json(String path, String body) {
    answers.put(path, HttpReply.of(200, "application/json", body));
  }

  private RoomSession session(Credentials who) {
    out = new RecordingContext(new Settings("bilibili", Map.of(), who, false));
    out.http = this::answer;
    return new Bilibili().open(new RoomRef("bilibili", "6"), out);
  }
}
