package io.github.danmuhub.replay;

import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Incoming;
import io.github.danmuhub.transport.ListeningPort;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.ServerHandler;
import io.github.danmuhub.transport.TextFrames;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.net.URI;

/**
 * The server of a captured socket on 127.0.0.1: whoever connects, at whatever path, hears it from
 * its beginning. What was captured of HTTP is answered, too.
 */
public final class ReplayServer implements AutoCloseable {
  private final Transport transport;
  private final ListeningPort port;

  /**
   * Starts and blocks until it listens.
   *
   * @param speed twice as fast with 2; 0 = without a pause
   * @param over told each time that somebody has heard the tape to its end; on the loop
   * @throws IOException in words, if the port is taken
   */
  public ReplayServer(Tape tape, int port, double speed, boolean again, Runnable over)
      throws IOException {
    transport = Transport.create(1);
    Loop loop = transport.nextLoop();
    Player.Pace pace = new Player.Pace(speed, again);
    ServerHandler handler = request -> serve(request, tape, pace, loop, over);
    try {
      this.port = transport.listen(loop, port, handler);
    } catch (IOException | RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  private static void serve(
      Incoming request, Tape tape, Player.Pace pace, Loop loop, Runnable over) {
    if (request.wantsWebSocket()) {
      request.accept(new Player(tape, false, pace, loop, over), TextFrames.RAW);
      return;
    }
    Http page = tape.pages().get(String.valueOf(request.call().uri().getPath()));
    request.answer(
        page == null
            ? HttpReply.of(404, "text/plain", "the capture has no answer for this path")
            : new HttpReply(page.status(), Headers.NONE, page.body()));
  }

  /** {@code ws://127.0.0.1:PORT/}. */
  public URI uri() {
    return URI.create("ws://127.0.0.1:" + port.port() + "/");
  }

  @Override
  public void close() {
    transport.close();
  }
}
