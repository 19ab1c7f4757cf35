package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one socket to a browser: commands with their answers, and the events of all sessions. At most
 * {@value #WAITING} commands wait for an answer; one more fails. Messages of up to 64 MiB are heard
 * (a page's frame of 20 MB is one of 28); of a larger one only its size is told. Any thread may
 * call; what is told comes on the link's loop.
 */
final class CdpLink {
  /** The largest message, in bytes. */
  static final int MESSAGE = 64 << 20;

  static final int WAITING = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(CdpLink.class);

  private final Loop loop;
  private final Consumer<Phrase> loss;
  private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, CdpEvents> listeners = new HashMap<>();
  private final CompletableFuture<CdpLink> opened = new CompletableFuture<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private @Nullable Socket socket;
  private long lastId;

  private record Waiting(String session, CompletableFuture<JsonNode> answer) {}

  private CdpLink(Loop loop, Consumer<Phrase> loss) {
    this.loop = loop;
    this.loss = loss;
  }

  /**
   * Dials. No Origin goes along: a browser refuses those.
   *
   * @param loss is told, in words, of each message that was too large
   * @return fails with an {@link IOException} in words
   */
  static CompletionStage<CdpLink> open(
      Transport transport, Loop loop, URI browser, Consumer<Phrase> loss) {
    CdpLink link = new CdpLink(loop, loss);
    Dial.WebSocket dial = new Dial.WebSocket(browser, Headers.NONE, new Pace(0, 0));
    loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, link.new Ear()));
    return link.opened;
  }

  Loop loop() {
    return loop;
  }

  /** Completes when the browser is gone, with why. */
  CompletionStage<String> closed() {
    return closed;
  }

  /** Who hears the events of a session; the browser's own is the empty one. On the loop. */
  void listen(String session, CdpEvents listener) {
    listeners.put(session, listener);
  }

  /** The session is over: its listener is dropped and its commands fail at once. On the loop. */
  void forget(String session, Phrase why) {
    listeners.remove(session);
    List<Waiting> lost =
        waiting.values().stream().filter(each -> each.session.equals(session)).toList();
    waiting.values().removeIf(each -> each.session.equals(session));
    lost.forEach(each -> each.answer.completeExceptionally(new CdpException(why)));
  }

  /**
   * Sends a command; on the loop they leave in the order of the calls.
   *
   * @return its result, on the loop; fails with a {@link CdpException}
   */
  CompletionStage<JsonNode> call(String session, String method, Map<String, ?> parameters) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    if (closed.isDone()) {
      answer.completeExceptionally(new CdpException(Phrase.of("browser.gone")));
      return answer;
    }
    loop.execute(() -> send(session, method, parameters, answer));
    return answer;
  }

  private void send(
      String session,
      String method,
      Map<String, ?> parameters,
      CompletableFuture<JsonNode> answer) {
    if (socket == null || closed.isDone()) {
      answer.completeExceptionally(new CdpException(Phrase.of("browser.gone")));
    } else if (waiting.size() >= WAITING) {
      answer.completeExceptionally(new CdpException(Phrase.of("browser.does_not_answer", WAITING)));
    } else {
      long id = ++lastId;
      waiting.put(id, new Waiting(session, answer));
      byte[] text = CdpMessage.command(id, session, method, parameters);
      socket.send(FrameKind.TEXT, ByteBuffer.wrap(text));
    }
  }

  /** Leaves the browser as it is. */
  void close() {
    loop.execute(
        () -> {
          if (socket != null) {
            socket.close(CloseCode.NORMAL, "");
          }
        });
  }

  private void onMessage(CdpMessage message) {
    if (message.id() == 0) {
      CdpEvents listener = listeners.get(message.session());
      if (listener != null) {
        listener.on(message.method(), message.body());
      }
      return;
    }
    Waiting asked = waiting.remove(message.id());
    if (asked == null) {
      return; // of a session that is over
    }
    if (message.refusal().isEmpty()) {
      asked.answer.complete(message.body());
    } else {
      asked.answer.completeExceptionally(new CdpException(message.refusal()));
    }
  }

  private void onEnd(String why) {
    opened.completeExceptionally(new IOException("cannot talk to the browser: " + why));
    if (closed.complete(why)) {
      List.copyOf(listeners.keySet())
          .forEach(session -> forget(session, Phrase.of("browser.gone")));
      forget("", Phrase.of("browser.gone"));
    }
  }

  private final class Ear implements SocketListener {
    @Override
    public void onOpen(Socket open) {
      socket = open;
      opened.complete(CdpLink.this);
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      if (kind != FrameKind.TEXT) {
        return;
      }
      try {
        onMessage(CdpMessage.read(bytes));
      } catch (IOException e) {
        loss.accept(Phrase.of("browser.unreadable", String.valueOf(e.getMessage())));
      } catch (RuntimeException e) {
        LOG.error("an event of the browser was not dealt with", e);
      }
    }

    @Override
    public void onSkipped(long bytes) {
      loss.accept(Phrase.of("browser.too_large", MESSAGE >> 20, bytes));
    }

    @Override
    public void onClosed(Closed why) {
      onEnd(why.words());
    }
  }
}
