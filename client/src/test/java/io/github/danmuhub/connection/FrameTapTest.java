package io.github.danmuhub.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tap hears of a room's frames, and that a room is none the worse for it. */
class FrameTapTest {
  private final List<String> heard = new ArrayList<>();

  private final FrameTap tap =
      new FrameTap() {
        @Override
        public void opened(Dial dial) {
          heard.add(
              "opened "
                  + (dial instanceof Dial.WebSocket socket ? socket.uri().getHost() : "polling"));
        }

        @Override
        public void received(FrameKind kind, ByteBuffer bytes) {
          heard.add("< " + UTF_8.decode(bytes));
        }

        @Override
        public void sent(FrameKind kind, ByteBuffer bytes) {
          heard.add("> " + UTF_8.decode(bytes));
        }

        @Override
        public void answered(HttpCall asked, HttpReply reply) {
          heard.add(asked.uri().getPath() + " " + reply.status());
        }

        @Override
        public void closed(Closed why) {
          heard.add("closed " + why.code());
        }
      };

  private TestRoom room(FrameTap with) {
    return new TestRoom(event -> {}, TestRoom.pace(0), with);
  }

  @Test
  void everyFrameOfEverySocketIsHeardInOrder() {
    TestRoom room = room(tap);
    room.open();
    room.dialler.last().open();
    room.dialler.last().hear("welcome");
    room.dialler.last().hear("chat 1");
    room.dialler.last().lose("reset");
    room.loop.advance(2_000);
    room.dialler.last().open();
    room.connection.close();
    room.loop.run();
    assertThat(heard)
        .containsExactly(
            "opened a",
            "> auth",
            "< welcome",
            "< chat 1",
            "closed 1006",
            "opened b",
            "> auth",
            "closed 1000");
  }

  @Test
  void aSocketThatNeverOpenedIsNotHeard() {
    TestRoom room = room(tap);
    room.open();
    room.dialler.last().refuse(502);
    room.loop.advance(10_000);
    room.connection.close();
    room.loop.run();
    assertThat(heard).isEmpty();
  }

  @Test
  void theAnswersToLookupsAndToPollsAreHeard() {
    TestRoom room = room(tap);
    HttpCall page = HttpCall.get(URI.create("https://a/page"), Headers.NONE);
    Dial polling = new Dial.Polling(new Pace(10_000, 60_000));
    room.session.lookup = () -> room.session.out().http(page).thenApply(reply -> List.of(polling));
    HttpCall call = HttpCall.get(URI.create("https://a/poll?token=x"), Headers.NONE);
    room.session.opening = (dial, out) -> out.poll(call);
    room.open();
    room.dialler.questions.get(0).answer().complete(HttpReply.of(404, "text/plain", "none"));
    room.dialler.questions.get(1).answer().complete(HttpReply.of(200, "text/plain", "ok"));
    room.loop.run();
    room.connection.close();
    room.loop.run();
    assertThat(heard).containsExactly("/page 404", "opened polling", "/poll 200", "closed 1000");
  }

  @Test
  void aTapThatThrowsCostsNoFrame() {
    TestRoom room =
        room(
            new FrameTap() {
              @Override
              public void received(FrameKind kind, ByteBuffer bytes) {
                bytes.position(bytes.limit());
                throw new IllegalStateException("on purpose");
              }
            });
    room.open();
    room.dialler.last().open();
    room.dialler.last().hear("welcome");
    room.dialler.last().hear("chat 1");
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    assertThat(room.events).hasAtLeastOneElementOfType(Chat.class);
  }
}
