package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transport of 6 MiB a message, and a server that sends as many bytes as it is asked for. */
class LargeMessagesTest {
  private static final int MOST = 6 << 20;

  private final Transport transport = Transport.createForLarge(1, MOST);
  private final Loop loop = transport.nextLoop();
  private final Client client = new Client();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void aMessageOfTheBoundArrivesAndOneBeyondItCostsNeitherTheSocketNorItsNeighbours()
      throws Exception {
    ListeningPort server = transport.listen(loop, 0, request -> request.accept(new Generous()));
    URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/");
    loop.execute(
        () ->
            transport
                .dialler(loop, Route.DIRECT)
                .dial(new Dial.WebSocket(uri, Headers.NONE, new Pace(0, 0)), client));
    assertThat(client.next()).isEqualTo("open");
    client.ask(MOST);
    assertThat(client.next()).isEqualTo("frame of " + MOST);
    client.ask(MOST + 1);
    assertThat(client.next()).isEqualTo("skipped " + (MOST + 1));
    client.ask(3);
    assertThat(client.next()).isEqualTo("frame of 3");
    client.ask(0);
    assertThat(client.next()).isEqualTo("frame of 0");
  }

  /** The server's end. */
  private static final class Generous implements SocketListener {
    private @Nullable Socket socket;

    @Override
    public void onOpen(Socket opened) {
      socket = opened;
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      int size = Integer.parseInt(UTF_8.decode(bytes).toString());
      if (socket != null) {
        socket.send(FrameKind.BINARY, ByteBuffer.allocate(size));
      }
    }

    @Override
    public void onClosed(Closed why) {}
  }

  /** The client's end: what it hears, in words. */
  private final class Client implements SocketListener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile @Nullable Socket socket;

    @Override
    public void onOpen(Socket opened) {
      socket = opened;
      heard.add("open");
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      heard.add("frame of " + bytes.remaining());
    }

    @Override
    public void onSkipped(long bytes) {
      heard.add("skipped " + bytes);
    }

    @Override
    public void onClosed(Closed why) {
      heard.add("closed: " + why.words());
    }

    void ask(int size) {
      ByteBuffer words = UTF_8.encode(Integer.toString(size));
      loop.execute(
          () -> {
            Socket open = socket;
            if (open != null) {
              open.send(FrameKind.TEXT, words);
            }
          });
    }

    @Nullable String next() throws InterruptedException {
      return heard.poll(30, TimeUnit.SECONDS);
    }
  }
}
