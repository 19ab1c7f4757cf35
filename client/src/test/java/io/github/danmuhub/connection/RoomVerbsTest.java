package io.github.danmuhub.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.FakeDialler.FakeSocket;
import io.github.danmuhub.connection.FakeDialler.Question;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a session asks for is done. */
class RoomVerbsTest {
  private static final HttpCall CALL = HttpCall.get(URI.create("https://host/poll"), Headers.NONE);

  private final TestRoom room = new TestRoom();

  private long wakes() {
    return room.session.calls.stream().filter("wake"::equals).count();
  }

  @Test
  void aMessageThatComesTwiceIsEmittedOnceAlsoOnAnotherSocket() {
    room.live();
    room.dialler.last().hear("chat 1+chat 1+chat 2");
    room.dialler.last().lose("reset");
    room.passBackOff();
    room.comeLive().hear("chat 2+chat 3");
    assertThat(room.all(Chat.class))
        .extracting(c -> c.origin().id())
        .containsExactly("1", "2", "3");
    assertThat(room.connection.health().counts().copies()).isEqualTo(2);
  }

  @Test
  void aMessageWithoutAKeyIsNeverDropped() {
    room.live();
    room.dialler.last().hear("chat +chat +chat ");
    assertThat(room.all(Chat.class)).hasSize(3);
  }

  @Test
  void atMostTenMalformedASecondAreReportedAndAllAreCounted() {
    room.live();
    room.dialler.last().hear("chat 1" + "+bad".repeat(50));
    assertThat(room.all(Malformed.class)).hasSize(10);
    assertThat(room.connection.health().counts().malformed()).isEqualTo(50);
    room.loop.advance(1_000);
    room.dialler.last().hear("bad");
    assertThat(room.all(Malformed.class)).hasSize(11);
  }

  @Test
  void aMalformedEventKeepsTheFirst256Bytes() {
    room.live();
    String frame = "bad+" + "x".repeat(1_000);
    room.dialler.last().hear(frame);
    Malformed malformed = room.all(Malformed.class).get(0);
    assertThat(malformed.size()).isEqualTo(1_004);
    assertThat(malformed.origin().raw())
        .isEqualTo(Raw.bytes(frame.substring(0, 256).getBytes(UTF_8)));
  }

  @Test
  void aLaterWakeReplacesAnEarlierOne() {
    room.session.opening =
        (dial, out) -> {
          out.wakeAt(room.loop.ticks() + 1_000);
          out.wakeAt(room.loop.ticks() + 3_000);
        };
    room.live();
    room.loop.advance(2_999);
    assertThat(wakes()).isZero();
    room.loop.advance(10_000);
    assertThat(wakes()).isEqualTo(1);
  }

  @Test
  void noWakeMeansNone() {
    room.session.opening =
        (dial, out) -> {
          out.wakeAt(room.loop.ticks() + 1_000);
          out.wakeAt(Long.MAX_VALUE);
        };
    room.live();
    room.loop.advance(5_000);
    assertThat(wakes()).isZero();
  }

  @Test
  void theTimerSurvivesTheSocket() {
    room.session.opening = (dial, out) -> out.wakeAt(room.loop.ticks() + 100);
    room.session.waking = (now, out) -> out.send(FrameKind.TEXT, UTF_8.encode("heartbeat"));
    room.live();
    FakeSocket old = room.dialler.last();
    old.lose("reset");
    room.loop.advance(100);
    assertThat(wakes()).isEqualTo(1);
    assertThat(old.sent).as("nobody is there to hear it").isEmpty();
  }

  @Test
  void theTimerRingsWhenItIsDueThoughTheClockIsSetBack() {
    room.session.opening = (dial, out) -> out.wakeAt(room.loop.ticks() + 30_000);
    room.live();
    room.loop.advance(10_000);
    room.loop.setBack(3_600_000);
    room.loop.advance(19_999);
    assertThat(wakes()).isZero();
    room.loop.advance(1);
    assertThat(wakes()).isEqualTo(1);
  }

  private void beatsEvery20Seconds() {
    room.session.opening = (dial, out) -> out.wakeAt(room.loop.ticks() + 20_000);
    room.session.waking =
        (now, out) -> {
          out.heartbeat(FrameKind.TEXT, UTF_8.encode("heartbeat"));
          out.wakeAt(now + 20_000);
        };
  }

  private long roundTripMs() {
    return room.connection.health().roundTripMs();
  }

  @Test
  void theRoundTripIsFromAHeartbeatToItsAnswerWhateverElseIsSentBetween() {
    beatsEvery20Seconds();
    room.live();
    room.loop.advance(20_030);
    room.dialler.last().hear("ack");
    room.loop.advance(12);
    room.dialler.last().hear("pong");
    assertThat(room.dialler.last().sent).containsExactly("heartbeat", "ack");
    assertThat(roundTripMs()).isEqualTo(42);
  }

  @Test
  void anAnswerThatIsLateBelongsToTheHeartbeatThatAskedForIt() {
    beatsEvery20Seconds();
    room.live();
    room.loop.advance(45_000);
    room.dialler.last().hear("pong");
    assertThat(roundTripMs()).isEqualTo(25_000);
    room.dialler.last().hear("pong");
    assertThat(roundTripMs()).isEqualTo(5_000);
  }

  @Test
  void anAnswerThatWasNotAskedForTellsNothing() {
    room.live();
    room.dialler.last().hear("pong");
    assertThat(roundTripMs()).isEqualTo(-1);
  }

  @Test
  void aNewSocketDoesNotAnswerTheHeartbeatsOfTheOldOne() {
    beatsEvery20Seconds();
    room.live();
    room.loop.advance(20_000);
    room.dialler.last().lose("reset");
    room.passBackOff();
    room.comeLive().hear("pong");
    assertThat(roundTripMs()).isEqualTo(-1);
  }

  @Test
  void aLiveRoomReportsItsHealthRegularly() {
    room.live();
    room.loop.advance(4_000);
    room.dialler.last().hear("chat 1+bad");
    room.loop.advance(6_000);
    Connection report = room.last();
    assertThat(report.state()).isEqualTo(State.LIVE);
    assertThat(report.detail()).isNull();
    assertThat(report.health())
        .isEqualTo(new Connection.Health(6_000, -1, new Connection.Counts(2, 1, 0, 1, 0, 0, 0)));
    room.loop.advance(20_000);
    assertThat(room.states()).endsWith(State.LIVE, State.LIVE, State.LIVE);
  }

  @Test
  void anHttpAnswerComesBackWithWhatWasAsked() {
    room.session.opening = (dial, out) -> out.poll(CALL, 500);
    room.live();
    assertThat(room.dialler.questions).isEmpty();
    room.loop.advance(500);
    answer(room.dialler.questions.get(0), "chat 1");
    assertThat(room.session.calls).contains("http /poll 200");
    assertThat(room.all(Chat.class)).hasSize(1);
  }

  @Test
  void noHttpAnswerIsStatusZero() {
    room.session.opening = (dial, out) -> out.poll(CALL);
    room.live();
    room.dialler
        .questions
        .get(0)
        .answer()
        .completeExceptionally(new IllegalStateException("timeout"));
    assertThat(room.session.calls).contains("http /poll 0");
  }

  @Test
  void anAnswerForAnOldSocketIsNobodys() {
    room.session.opening = (dial, out) -> out.poll(CALL);
    room.live();
    room.dialler.last().lose("reset");
    answer(room.dialler.questions.get(0), "chat 1");
    assertThat(room.session.calls).doesNotContain("http /poll 200");
  }

  @Test
  void aRequestOfALookupDiesWithIt() {
    List<String> heard = new ArrayList<>();
    room.session.lookup =
        () ->
            room.session
                .out()
                .http(CALL)
                .thenApply(
                    reply -> {
                      heard.add(reply.text());
                      return List.of(TestRoom.dial("a"));
                    });
    room.open();
    room.loop.advance(30_000);
    assertThat(room.last().detail()).isEqualTo("the lookup did not end within 30000 ms");
    assertThat(room.dialler.questions.get(0).answer()).isCancelled();
    assertThat(heard).isEmpty();
  }

  @Test
  void aPollThatWaitsForItsTimeDiesWithTheSocket() {
    room.session.opening = (dial, out) -> out.poll(CALL, 5_000);
    room.live();
    room.session.opening = (dial, out) -> {};
    room.dialler.last().lose("reset");
    room.loop.advance(60_000);
    assertThat(room.dialler.questions).isEmpty();
  }

  @Test
  void moreRequestsThanARoomMayHaveFailInWords() {
    room.session.opening =
        (dial, out) -> {
          for (int poll = 0; poll < 33; poll++) {
            out.poll(CALL);
          }
        };
    room.live();
    assertThat(room.dialler.questions).hasSize(32);
    assertThat(room.session.calls).contains("http /poll 0");
  }

  @Test
  void answersOverHttpDoNotHideASilentSocket() {
    room.session.opening = (dial, out) -> out.poll(CALL);
    room.live();
    room.loop.advance(59_999);
    answer(room.dialler.questions.get(0), "pong");
    room.loop.advance(1);
    assertThat(room.states()).contains(State.SILENT);
  }

  @Test
  void aPolledRoomIsLiveBySessionsWordAndSilentWithoutAnswers() {
    room.find(new Dial.Polling(TestRoom.PACE));
    room.session.opening = (dial, out) -> out.poll(CALL);
    room.open();
    answer(room.dialler.questions.get(0), "welcome");
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    assertThat(room.connection.health().counts().frames()).isEqualTo(1);
    room.loop.advance(60_000);
    assertThat(room.states()).contains(State.SILENT);
    assertThat(room.dialler.sockets).isEmpty();
  }

  @Test
  void pollsWithNothingButMalformedAnswersAreGivenUp() {
    room.find(new Dial.Polling(TestRoom.PACE));
    room.session.opening =
        (dial, out) -> {
          for (int poll = 0; poll < 10; poll++) {
            out.poll(CALL);
          }
        };
    room.open();
    room.dialler.questions.forEach(question -> answer(question, "bad"));
    assertThat(room.last().detail()).isEqualTo("nothing but malformed frames, 10 in a row");
  }

  @Test
  void aSinkThatThrowsHarmsNobody() {
    TestRoom unlucky =
        new TestRoom(
            event -> {
              throw new IllegalStateException("sink");
            });
    unlucky.live();
    unlucky.dialler.last().hear("chat 1");
    assertThat(unlucky.connection.state()).isEqualTo(State.LIVE);
    assertThat(unlucky.connection.health().counts().malformed()).isZero();
  }

  private static void answer(Question question, String body) {
    CompletableFuture<HttpReply> answer = question.answer();
    answer.complete(HttpReply.of(200, "text/plain", body));
  }
}
