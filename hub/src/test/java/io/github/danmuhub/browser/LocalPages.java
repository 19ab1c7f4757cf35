package io.github.danmuhub.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Incoming;
import io.github.danmuhub.transport.ListeningPort;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Pages and a WebSocket on this machine: the socket echoes, and sends what it is asked for. */
final class LocalPages implements AutoCloseable {
  private final Transport transport = Transport.create(1);
  private final Map<String, HttpReply> pages = new ConcurrentHashMap<>();
  private final ListeningPort port;

  LocalPages() throws IOException {
    Loop loop = transport.nextLoop();
    port = transport.listen(loop, 0, this::serve);
  }

  private void serve(Incoming request) {
    String path = request.call().uri().getPath();
    if (request.wantsWebSocket()) {
      request.accept(new Echo(transport.nextLoop()));
    } else {
      request.answer(pages.getOrDefault(path, HttpReply.of(404, "text/plain", "nothing here")));
    }
  }

  LocalPages with(String path, String body, String... headers) {
    String type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    Headers all = Headers.of("Content-Type", type);
    for (int i = 0; i < headers.length; i += 2) {
      all = all.with(headers[i], headers[i + 1]);
    }
    pages.put(path, new HttpReply(200, all, Raw.bytes(body.getBytes(UTF_8))));
    return this;
  }

  int port() {
    return port.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port.port() + path);
  }

  @Override
  public void close() {
    transport.close();
  }

  /** {@code many N SIZE}: so many binary frames; anything else comes back as it was. */
  private static final class Echo implements SocketListener {
    private final Loop loop;
    private @Nullable Socket socket;

    Echo(Loop loop) {
      this.loop = loop;
    }

    @Override
    public void onOpen(Socket opened) {
      socket = opened;
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      if (kind != FrameKind.TEXT && kind != FrameKind.BINARY) {
        return;
      }
      String text = bytes.remaining() < 64 ? UTF_8.decode(bytes.duplicate()).toString() : "";
      Socket open = socket;
      if (open == null) {
        return;
      }
      if (text.startsWith("many ")) {
        String[] words = text.split(" ", -1);
        many(open, 0, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      } else {
        open.send(kind, bytes);
      }
    }

    /** In lumps, so that no queue is full. */
    private void many(Socket open, int from, int count, int size) {
      int to = Math.min(count, from + 500);
      for (int i = from; i < to; i++) {
        open.send(FrameKind.BINARY, ByteBuffer.allocate(size).putInt(0, i));
      }
      if (to < count) {
        loop.schedule(1, () -> many(open, to, count, size));
      }
    }

    @Override
    public void onClosed(Closed why) {}
  }
}
