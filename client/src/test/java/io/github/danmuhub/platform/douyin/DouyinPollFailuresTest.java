package io.github.danmuhub.platform.douyin;

import static io.github.danmuhub.platform.douyin.DouyinTalk.bytes;
import static io.github.danmuhub.platform.douyin.DouyinTalk.protobuf;
import static io.github.danmuhub.platform.douyin.DouyinTalk.query;
import static io.github.danmuhub.platform.douyin.DouyinTalk.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.douyin.DouyinRecording.Fetch;
import io.github.danmuhub.platform.douyin.DouyinRecording.Reconnect;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Polls that fail, are broken, or are over. */
class DouyinPollFailuresTest {
  private final DouyinTalk talk = new DouyinTalk(Douyins.session());

  @Test
  void aPollThatIsBrokenIsReportedAndItsGoodMessagesAreTold() {
    talk.session.onOpen(talk.polling(), Douyins.NOW, talk.out);
    byte[] good = bytes(protobuf(response("", ""), talk.chat("good")));
    byte[] broken = new ProtoWriter().bytes(1, new byte[0]).toBytes();
    ByteBuffer body = ByteBuffer.allocate(good.length + broken.length + 2).put(good).put(broken);
    body.put((byte) 0x0a).put((byte) 0x7f);
    for (int i = 0; i < 3; i++) {
      talk.polled(new HttpReply(200, Headers.NONE, Raw.bytes(body.array())));
    }
    assertThat(talk.out.events(Chat.class)).hasSize(1);
    assertThat(talk.out.malformed())
        .hasSize(6)
        .contains("message names no method")
        .anyMatch(why -> why.contains("points beyond its message"));
    assertThat(talk.out.all(Reconnect.class)).hasSize(1);
    assertThat(talk.out.all(Reconnect.class).get(0).why()).contains("answers that cannot be read");
  }

  @Test
  void pollsThatAreRefusedAreSaidToBeUnanswered() {
    talk.session.onOpen(talk.polling(), Douyins.NOW, talk.out);
    for (int i = 0; i < 3; i++) {
      talk.polled(HttpReply.of(403, "text/html", "<html>"));
    }
    assertThat(talk.out.malformed()).isEmpty();
    assertThat(talk.out.all(Reconnect.class).get(0).why()).contains("answers no polls (HTTP 403)");
  }

  @Test
  void aFailedPollIsAskedAgainSoonAndThenLessSoon() {
    talk.session.onOpen(talk.polling(), Douyins.NOW, talk.out);
    talk.polled(HttpReply.none());
    talk.polled(HttpReply.none());
    assertThat(talk.out.all(Fetch.class))
        .extracting(Fetch::delayMs)
        .containsExactly(0L, 1_000L, 2_000L);
  }

  @Test
  void whatPollsReplayWhereNothingWasReplayedAtJoiningIsHistory() {
    talk.session.onOpen(talk.polling(), Douyins.NOW, talk.out);
    assertThat(query(talk.out.all(Fetch.class).get(0).call()).get("cursor")).isEmpty();
    talk.polled(protobuf(response("c1", ""), talk.chat("before")));
    assertThat(query(talk.out.all(Fetch.class).get(1).call()).get("cursor")).isEqualTo("c1");
    talk.polled(protobuf(response("c2", ""), talk.chat("now")));
    assertThat(talk.out.events(Chat.class))
        .extracting(chat -> chat.origin().history())
        .containsExactly(true, false);
  }

  @Test
  void anEndedRoomIsNotPolledAnyMore() {
    talk.session.onOpen(talk.polling(), Douyins.NOW, talk.out);
    talk.polled(protobuf(response("c1", ""), talk.end()));
    assertThat(talk.out.events(Broadcast.class))
        .extracting(Broadcast::state)
        .containsExactly(Broadcast.State.LIVE, Broadcast.State.OFFLINE);
    assertThat(talk.out.all(Fetch.class))
        .extracting(Fetch::tag)
        .containsExactly(DouyinPolling.FETCH, DouyinPolling.PAGE);
    talk.session.onWake(Douyins.NOW + DouyinSocketRetry.FIRST_MS, talk.out);
    assertThat(talk.out.all(Reconnect.class)).isEmpty();
  }
}
