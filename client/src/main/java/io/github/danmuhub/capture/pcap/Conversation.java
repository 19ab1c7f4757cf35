package io.github.danmuhub.capture.pcap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One TCP connection, both ways; a WebSocket, where it becomes one. One thread. */
final class Conversation {
  /** What a connection turned out to be. */
  enum Kind {
    UNKNOWN,
    WEBSOCKET,
    TLS,
    HTTP2,
    OTHER
  }

  private final int number;
  private final SocketTrace trace;
  private final Segment.Endpoint client;
  private final TcpStream fromClient = new TcpStream(new Way(true));
  private final TcpStream fromServer = new TcpStream(new Way(false));
  private final Upgrade request = new Upgrade("GET ");
  private final Upgrade answer = new Upgrade("HTTP/1.1 101");
  private @Nullable FrameStream sent;
  private @Nullable FrameStream received;
  private Kind kind = Kind.UNKNOWN;
  private boolean seenBeginning;
  private boolean turned;
  private boolean closed;
  private boolean toldBroken;
  private long lostBytes;

  /**
   * @param client who opened it, or seems to have
   */
  Conversation(int number, Segment.Endpoint client, SocketTrace trace) {
    this.number = number;
    this.client = client;
    this.trace = trace;
  }

  Kind kind() {
    return kind;
  }

  void add(Segment segment) {
    TcpStream stream = segment.from().equals(client) ? fromClient : fromServer;
    if (segment.has(Segment.SYN)) {
      seenBeginning = true;
      stream.begin(segment.sequence() + 1);
    } else {
      stream.add(segment);
    }
  }

  void end() {
    fromClient.end();
    fromServer.end();
    if (lostBytes > 0 && kind == Kind.WEBSOCKET) {
      trace.told(
          "socket %d: %d bytes were not captured; the messages in them are missing"
              .formatted(number, lostBytes));
    }
  }

  private void bytes(boolean client, long time, ByteBuffer bytes) {
    switch (kind) {
      case UNKNOWN -> look(client, time, bytes);
      case WEBSOCKET -> frames(client != turned).add(time, bytes);
      default -> {}
    }
  }

  private FrameStream frames(boolean ofClient) {
    FrameStream frames = ofClient ? sent : received;
    if (frames == null) {
      throw new IllegalStateException("frames before the handshake");
    }
    return frames;
  }

  private void look(boolean client, long time, ByteBuffer bytes) {
    if (startsWith(bytes, "PRI * HTTP/2.0")) {
      kind = Kind.HTTP2;
    } else if (bytes.remaining() > 2 && bytes.get(0) == 0x16 && bytes.get(1) == 3) {
      kind = Kind.TLS;
    } else if (!seenBeginning && !request.isWhole() && FrameStream.mayBegin(bytes)) {
      beginWithin(client, time, bytes);
    } else if (client && !request.isWhole()) {
      request.add(bytes).ifPresent(rest -> refuseOthers());
    } else if (!client && request.isWhole()) {
      answer.add(bytes).ifPresent(rest -> upgrade(time, rest));
    }
  }

  private static boolean startsWith(ByteBuffer bytes, String text) {
    byte[] front = new byte[Math.min(bytes.remaining(), text.length())];
    bytes.duplicate().get(front);
    return new String(front, ISO_8859_1).equals(text);
  }

  /** A request that asks for no WebSocket: another may come. */
  private void refuseOthers() {
    if (!request.isWebSocket()) {
      request.forget();
    }
  }

  private void upgrade(long time, ByteBuffer rest) {
    open(time, request.url(), answer.deflates());
    if (rest.hasRemaining()) {
      frames(false).add(time, rest);
    }
  }

  private void open(long time, String url, boolean deflates) {
    kind = Kind.WEBSOCKET;
    sent = new FrameStream(new Frames(true), deflates);
    received = new FrameStream(new Frames(false), deflates);
    trace.opened(number, time, url);
  }

  /** Clients mask their frames: that tells who is who, where the handshake is missing. */
  private void beginWithin(boolean client, long time, ByteBuffer bytes) {
    boolean masked = (bytes.get(1) & 0x80) != 0;
    turned = client != masked;
    open(time, "", false);
    trace.told(
        "socket %d was captured from its middle on: its address is not known, and what is"
                .formatted(number)
            + " compressed in it cannot be read");
    frames(masked).add(time, bytes);
  }

  /** One direction's bytes. */
  private final class Way implements TcpStream.Receiver {
    private final boolean client;

    Way(boolean client) {
      this.client = client;
    }

    @Override
    public void bytes(long timeMs, ByteBuffer bytes) {
      Conversation.this.bytes(client, timeMs, bytes);
    }

    @Override
    public void lost(long count) {
      lostBytes += count;
      Optional.ofNullable(client != turned ? sent : received).ifPresent(FrameStream::lost);
    }
  }

  /** One direction's frames. */
  private final class Frames implements FrameStream.Receiver {
    private final boolean client;

    Frames(boolean client) {
      this.client = client;
    }

    @Override
    public void message(long timeMs, int opcode, byte[] bytes) {
      trace.message(number, timeMs, client, opcode, bytes);
    }

    @Override
    public void closed(long timeMs, int code, String reason) {
      if (!closed) {
        closed = true;
        trace.closed(number, timeMs, code, reason);
      }
    }

    @Override
    public void broken(String why) {
      if (!toldBroken) {
        toldBroken = true;
        trace.told("socket %d: %s".formatted(number, why));
      }
    }
  }
}
