package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Http;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The room's way out. Tells every request of the lookup, and knows what is dialled and how it ends;
 * never a query, since tokens stand there. On the loop only.
 */
final class TracingDialler implements Dialler {
  private final Dialler dialler;
  private final Walk walk;
  private boolean lookingUp = true;
  private String place = "";
  private boolean page;
  private @Nullable Closed closing;

  TracingDialler(Dialler dialler, Walk walk) {
    this.dialler = dialler;
    this.walk = walk;
  }

  /** The lookup is over, a dial begins. */
  void dialling() {
    lookingUp = false;
    place = "";
  }

  /** Where the last dial went; empty where polls stand for a socket. */
  String place() {
    return place;
  }

  /** How a socket or a dial ended, while the room handles that; null at other times. */
  @Nullable Closed closing() {
    return closing;
  }

  @Override
  public Http http() {
    return call -> lookingUp ? traced(call) : dialler.http().send(call);
  }

  private CompletionStage<HttpReply> traced(HttpCall call) {
    long began = walk.now();
    String what = call.method() + " " + call.uri().getHost() + call.uri().getPath();
    return dialler
        .http()
        .send(call)
        .whenComplete((reply, failure) -> tell(what, began, reply, failure));
  }

  private void tell(
      String what, long began, @Nullable HttpReply reply, @Nullable Throwable failure) {
    if (reply == null) {
      walk.step(what, Step.Outcome.FAILED, Phrase.of("doctor.no-answer", words(failure)), began);
      return;
    }
    Step.Outcome outcome = reply.status() < 400 ? Step.Outcome.OK : Step.Outcome.FAILED;
    walk.step(what, outcome, Phrase.of("doctor.http", reply.status(), reply.body().size()), began);
  }

  private static String words(@Nullable Throwable failure) {
    if (failure == null) {
      return "unknown";
    }
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return words(failure.getCause());
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** Whether it is a page's own socket, of which the heartbeats are the page's. */
  boolean isPage() {
    return page;
  }

  @Override
  public void dial(Dial dial, SocketListener listener) {
    page = dial instanceof Dial.Browser;
    place = place(dial);
    dialler.dial(dial, new Traced(listener));
  }

  private static String place(Dial dial) {
    if (dial instanceof Dial.WebSocket ws) {
      return ws.uri().getScheme() + "://" + ws.uri().getAuthority() + ws.uri().getPath();
    }
    if (dial instanceof Dial.Tcp tcp) {
      return "tcp://" + tcp.host() + ":" + tcp.port();
    }
    if (dial instanceof Dial.Browser browser) {
      return browser.page().getScheme()
          + "://"
          + browser.page().getAuthority()
          + browser.page().getPath();
    }
    return dial.getClass().getSimpleName();
  }

  /** One socket. */
  private final class Traced implements SocketListener {
    private final SocketListener room;

    Traced(SocketListener room) {
      this.room = room;
    }

    @Override
    public void onOpen(Socket socket) {
      room.onOpen(socket);
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      room.onFrame(kind, bytes);
    }

    @Override
    public void onAnswer(HttpCall asked, HttpReply reply) {
      room.onAnswer(asked, reply);
    }

    @Override
    public void onClosed(Closed why) {
      closing = why;
      room.onClosed(why);
      closing = null;
    }
  }
}
