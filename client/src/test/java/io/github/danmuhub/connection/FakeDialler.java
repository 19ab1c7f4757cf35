package io.github.danmuhub.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Http;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Dials nothing: the test opens, speaks and closes. */
final class FakeDialler implements Dialler {
  final List<FakeSocket> sockets = new ArrayList<>();
  final List<Question> questions = new ArrayList<>();

  /** A request over HTTP that the test answers. */
  record Question(HttpCall call, CompletableFuture<HttpReply> answer) {}

  @Override
  public Http http() {
    return call -> {
      Question question = new Question(call, new CompletableFuture<>());
      questions.add(question);
      return question.answer();
    };
  }

  @Override
  public void dial(Dial dial, SocketListener listener) {
    sockets.add(new FakeSocket(dial, listener));
  }

  FakeSocket last() {
    return sockets.get(sockets.size() - 1);
  }

  /** One dial, and the socket it may become. */
  static final class FakeSocket implements Socket {
    final Dial dial;
    final List<String> sent = new ArrayList<>();
    int closedWith;
    boolean dropped;
    private final SocketListener listener;

    FakeSocket(Dial dial, SocketListener listener) {
      this.dial = dial;
      this.listener = listener;
    }

    void open() {
      listener.onOpen(this);
    }

    void hear(String text) {
      listener.onFrame(FrameKind.TEXT, UTF_8.encode(text));
    }

    void lose(String why) {
      listener.onClosed(Closed.gone(why));
    }

    void refuse(int status) {
      HttpReply refusal = HttpReply.of(status, "text/plain", "no");
      listener.onClosed(new Closed(1006, "", refusal));
    }

    String host() {
      return ((Dial.WebSocket) dial).uri().getHost();
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      sent.add(UTF_8.decode(bytes).toString());
    }

    @Override
    public void close(int code, String reason) {
      closedWith = code;
    }

    @Override
    public void drop(String why) {
      dropped = true;
    }
  }
}
