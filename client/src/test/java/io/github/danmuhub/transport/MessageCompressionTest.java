package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.testing.Echo;
import java.net.URI;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** permessage-deflate between a client that offers it and a server that takes it. */
class MessageCompressionTest {
  private static final Headers OFFER =
      Headers.of("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private final Recorder client = new Recorder(loop);

  @AfterEach
  void close() {
    transport.close();
  }

  private Recorder dial(SocketListener server, Headers headers) throws Exception {
    int port =
        transport
            .listen(loop, 0, request -> request.acceptDeflating(server, TextFrames.RAW))
            .port();
    URI uri = URI.create("ws://127.0.0.1:" + port + "/");
    Dialler dialler = transport.dialler(loop, Route.DIRECT);
    loop.execute(
        () -> dialler.dial(new Dial.WebSocket(uri, headers, new Pace(1_000, 1_000)), client));
    return client.opened();
  }

  @Test
  void compressedMessagesArriveAsTheyWere() throws Exception {
    dial(new Echo(), OFFER);
    for (String text : new String[] {"弹幕".repeat(1_000), "弹幕".repeat(999), ""}) {
      client.send(text);
      assertThat(client.frame())
          .isEqualTo(new Recorder.Frame(FrameKind.TEXT, Raw.bytes(text.getBytes(UTF_8))));
    }
    byte[] big = new byte[3_000_000];
    client.send(FrameKind.BINARY, big);
    assertThat(client.frame()).isEqualTo(new Recorder.Frame(FrameKind.BINARY, Raw.bytes(big)));
  }

  @Test
  void whoDoesNotOfferItIsNotSentIt() throws Exception {
    dial(new Echo(), Headers.NONE).send("plain");
    assertThat(client.frame().toString()).isEqualTo("TEXT plain");
  }

  @Test
  void aMessageThatInflatesBeyondAFrameClosesTheSocket() throws Exception {
    dial(new Bomb(), OFFER);
    assertThat(client.closed().code()).isEqualTo(1009);
    assertThat(client.closed().reason()).contains("inflates to more than 4096 KiB");
    assertThat(client.frames()).isZero();
  }

  /** Ten mebibytes of nothing, which are ten kibibytes on the wire. */
  private static final class Bomb implements SocketListener {
    @Override
    public void onOpen(Socket socket) {
      socket.send(FrameKind.BINARY, ByteBuffer.allocate(10 << 20));
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {}

    @Override
    public void onClosed(Closed why) {}
  }
}
