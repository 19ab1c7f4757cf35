package io.github.danmuhub.platform.douyin;

import static io.github.danmuhub.platform.douyin.DouyinTalk.bytes;
import static io.github.danmuhub.platform.douyin.DouyinTalk.protobuf;
import static io.github.danmuhub.platform.douyin.DouyinTalk.query;
import static io.github.danmuhub.platform.douyin.DouyinTalk.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.RecordingContext.Action.Poll;
import io.github.danmuhub.testing.RecordingContext.Action.Reconnect;
import io.github.danmuhub.wire.ProtoWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Polls that fail, are broken, or are over. */
class DouyinPollFailuresTest {
  private static final String FETCH = "https://live.douyin.com/webcast/im/fetch/";

  private final DouyinTalk talk = new DouyinTalk();

  @Test
  void aPollThatIsBrokenIsReportedAndItsGoodMessagesAreTold() {
    talk.session.onOpen(talk.polling());
    byte[] good = bytes(protobuf(response("", ""), talk.chat("good")));
    byte[] broken = new ProtoWriter().bytes(1, new byte[0]).toBytes();
    ByteBuffer body = ByteBuffer.allocate(good.length + broken.length + 2).put(good).put(broken);
    body.put((byte) 0x0a).put((byte) 0x7f);
    for (int i = 0; i < 3; i++) {
      talk.polled(new HttpReply(200, Headers.NONE, Raw.bytes(body.array())));
    }
    assertThat(talk.out.events(Chat.class)).hasSize(1);
    assertThat(talk.out.broken())
        .hasSize(6)
        .contains("message names no method")
        .anyMatch(why -> why.contains("points beyond its message"));
    assertThat(talk.out.all(Reconnect.class)).hasSize(1);
    assertThat(talk.out.all(Reconnect.class).get(0).why().why())
        .contains("answers that cannot be read");
  }

  @Test
  void pollsThatAreRefusedAreSaidToBeUnanswered() {
    talk.session.onOpen(talk.polling());
    for (int i = 0; i < 3; i++) {
      talk.polled(HttpReply.of(403, "text/html", "<html>"));
    }
    assertThat(talk.out.broken()).isEmpty();
    assertThat(talk.out.all(Reconnect.class).get(0).why().why())
        .contains("answers no polls (HTTP 403)");
  }

  @Test
  void aFailedPollIsAskedAgainSoonAndThenLessSoon() {
    talk.session.onOpen(talk.polling());
    talk.polled(HttpReply.none());
    talk.polled(HttpReply.none());
    assertThat(talk.out.all(Poll.class))
        .extracting(Poll::delayMs)
        .containsExactly(0L, 1_000L, 2_000L);
  }

  @Test
  void whatPollsReplayWhereNothingWasReplayedAtJoiningIsHistory() {
    talk.session.onOpen(talk.polling());
    assertThat(query(talk.out.all(Poll.class).get(0).call()).get("cursor")).isEmpty();
    talk.polled(protobuf(response("c1", ""), talk.chat("before")));
    assertThat(query(talk.out.all(Poll.class).get(1).call()).get("cursor")).isEqualTo("c1");
    talk.polled(protobuf(response("c2", ""), talk.chat("now")));
    assertThat(talk.out.events(Chat.class))
        .extracting(chat -> chat.origin().history())
        .containsExactly(true, false);
  }

  @Test
  void theAnswersOfACaptureAreReadWithoutALookupOrADial() {
    HttpCall first = HttpCall.get(URI.create(FETCH + "?cursor="), Headers.NONE);
    HttpCall next = HttpCall.get(URI.create(FETCH + "?cursor=c1"), Headers.NONE);
    HttpCall page = HttpCall.get(URI.create("https://live.douyin.com/80017709309"), Headers.NONE);
    talk.session.onPolled(page, HttpReply.of(200, "text/html", talk.page));
    talk.session.onPolled(first, protobuf(response("c1", ""), talk.chat("before")));
    talk.session.onPolled(next, protobuf(response("c2", ""), talk.chat("now")));
    assertThat(talk.out.events(Chat.class))
        .extracting(chat -> chat.origin().history())
        .containsExactly(true, false);
    assertThat(talk.out.actions()).hasSize(2);
  }

  @Test
  void anEndedRoomIsNotPolledAnyMore() {
    talk.session.onOpen(talk.polling());
    talk.polled(protobuf(response("c1", ""), talk.end()));
    assertThat(talk.out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.LIVE, Broadcast.State.OFFLINE);
    assertThat(talk.out.all(Poll.class))
        .extracting(poll -> poll.call().uri().getPath())
        .containsExactly("/webcast/im/fetch/", "/80017709309");
    talk.out.pass(DouyinSocketRetry.FIRST_MS);
    talk.session.onWake();
    assertThat(talk.out.all(Reconnect.class)).isEmpty();
  }
}
