package io.github.danmuhub.platform.huya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.huya.message.HuyaEvents;
import io.github.danmuhub.testing.RecordingContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuyaLookupTest {
  private final List<String> asked = new ArrayList<>();

  private static HttpReply json(String body) {
    return HttpReply.of(200, "application/json", body);
  }

  private static HttpReply profile(String live, String real, String title) {
    return json(
        """
        {"status":200,"message":"","data":{"liveStatus":"%s","realLiveStatus":"%s",
         "profileInfo":{"uid":1199565822350,"yyid":35184638824335,"nick":"主播"},
         "liveData":{"introduction":"%s","gameFullName":"英雄联盟","startTime":1771000000,"userCount":5}}}
        """
            .formatted(live, real, title));
  }

  private static HttpReply html(int status, String body) {
    return HttpReply.of(status, "text/html", body);
  }

  private CompletionStage<HuyaRoomInfo> find(HttpReply... replies) {
    Iterator<HttpReply> next = List.of(replies).iterator();
    return HuyaLookup.find("lpl", call -> answer(call, next.next()));
  }

  private CompletionStage<HttpReply> answer(HttpCall call, HttpReply reply) {
    asked.add(call.uri().toString());
    assertThat(call.headers().first("User-Agent"))
        .hasValueSatisfying(ua -> assertThat(ua).startsWith("Mozilla/5.0"));
    return CompletableFuture.completedStage(reply);
  }

  private HuyaRoomInfo found(HttpReply... replies) {
    return find(replies).toCompletableFuture().join();
  }

  private static void fails(ThrowingCallable lookup, Verdict verdict, int code, String why) {
    assertThatThrownBy(lookup)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            LookupException.class,
            e -> {
              assertThat(e.verdict()).isEqualTo(verdict);
              assertThat(e.code()).isEqualTo(code);
            })
        .hasMessage(why);
  }

  @Test
  void aRoomIsItsPresentersUid() {
    HuyaRoomInfo info = found(profile("ON", "ON", "晚上好"));
    assertThat(asked)
        .containsExactly(
            "https://mp.huya.com/cache.php?m=Live&do=profileRoom&roomid=lpl&showSecret=1");
    assertThat(info)
        .isEqualTo(
            new HuyaRoomInfo(
                1_199_565_822_350L,
                User.of("1199565822350", "主播"),
                "晚上好",
                "英雄联盟",
                true,
                1_771_000_000_000L,
                5));
  }

  @ParameterizedTest
  @CsvSource({
    "ON, ON, 晚上好, true",
    "ON, , 晚上好, true",
    "ON, OFF, 晚上好, false",
    "OFF, OFF, 晚上好, false",
    "REPLAY, REPLAY, 晚上好, false",
    "ON, ON, 【回放】昨天, false"
  })
  void aRecordingIsNoBroadcast(String live, String real, String title, boolean isLive) {
    assertThat(found(profile(live, real == null ? "" : real, title)).live()).isEqualTo(isLive);
  }

  @Test
  void whatTheSiteSaysIsTold() {
    RecordingContext out = RecordingContext.of("huya");
    Origin origin = Origin.ours("huya", "lpl", 9);
    HuyaEvents events = new HuyaEvents(new RoomRef("huya", "lpl"), false);
    HuyaRoomInfo info = found(profile("ON", "ON", "晚上好"));
    info.emit(origin, events, out);
    info.emit(origin, events, out);
    Room room = new Room(origin, "晚上好", "英雄联盟", User.of("1199565822350", "主播"));
    Stats stats = new Stats(origin, Map.of(Figure.POPULARITY, 5L));
    Broadcast broadcast = new Broadcast(origin, Broadcast.State.LIVE, 1_771_000_000_000L);
    assertThat(out.events()).containsExactly(room, broadcast, stats, room, stats);
  }

  @Test
  void aMissingRoomIsGivenUp() {
    fails(
        () -> found(json("{\"status\":422,\"message\":\"主播不存在\",\"data\":[]}")),
        Verdict.FAILED,
        422,
        "Huya has no room lpl");
  }

  @Test
  void aRefusalIsToldInTheSitesWords() {
    fails(
        () -> found(json("{\"status\":500,\"message\":\"系统繁忙\"}")),
        Verdict.RESOLVE,
        500,
        "Huya refuses room lpl: 系统繁忙");
    fails(
        () -> found(json("<html>")),
        Verdict.RESOLVE,
        0,
        "Huya refuses room lpl: the answer is no JSON");
  }

  @Test
  void whereTheLookupIsGoneTheRoomsPageIsRead() {
    String page =
        """
        <script>var TT_ROOM_DATA = {"type":"NORMAL","state":"ON","introduction":"\\u665a\\u4e0a\\u597d","gameFullName":"音乐"};
        var TT_PROFILE_INFO = {"sex":1,"yyid":"35184638824335","lp":1199565822350,"nick":"主播"};</script>
        """;
    HuyaRoomInfo info = found(html(404, "gone"), html(200, page));
    assertThat(asked).last().isEqualTo("https://www.huya.com/lpl");
    assertThat(info)
        .isEqualTo(
            new HuyaRoomInfo(
                1_199_565_822_350L, User.of("1199565822350", "主播"), "晚上好", "音乐", true, 0, 0));
  }

  @Test
  void aPageWithoutAPresenterIsToldInWords() {
    HttpReply gone = html(503, "");
    fails(() -> found(gone, html(404, "")), Verdict.FAILED, 422, "Huya has no room lpl");
    fails(() -> found(gone, html(200, "找不到这个主播")), Verdict.FAILED, 422, "Huya has no room lpl");
    fails(
        () -> found(gone, html(200, "<html>")),
        Verdict.RESOLVE,
        0,
        "Huya shows the page of room lpl without its presenter");
    fails(
        () -> found(gone, html(502, "")),
        Verdict.RESOLVE,
        502,
        "Huya shows neither the room lpl nor its page: HTTP 502");
  }

  @Test
  void aRoomThatIsClosedForNowIsLeftAloneForLong() {
    HttpReply closed = html(200, "该主播涉嫌违规，正在整改中");
    assertThat(setback(() -> found(html(503, ""), closed)))
        .isEqualTo(Setback.mendedByHand(0, "Huya has closed room lpl for now"));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 412, 429})
  void aBlockConcernsTheAddressAndNoMoreIsAsked(int status) {
    Setback setback = setback(() -> found(html(status, "")));
    assertThat(setback.scope()).isEqualTo(Scope.ADDRESS);
    assertThat(setback.code()).isEqualTo(status);
    assertThat(setback.why()).contains("blocks this address", "" + status);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aBlockLastsAsLongAsTheSiteSays() {
    HttpReply told = new HttpReply(429, Headers.of("Retry-After", "120"), Raw.NOTHING);
    assertThat(setback(() -> found(told)).notBeforeMs()).isEqualTo(120_000);
  }

  private static Setback setback(ThrowingCallable lookup) {
    Throwable thrown = catchThrowable(lookup);
    assertThat(thrown).hasCauseInstanceOf(LookupException.class);
    return ((LookupException) Objects.requireNonNull(thrown.getCause())).setback();
  }
}
