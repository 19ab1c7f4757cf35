package io.github.danmuhub.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.testing.Echo;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpTest {
  private static final Pace PACE = new Pace(1_000, 1_000);

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private final Recorder client = new Recorder(loop);
  private ListeningPort server;

  @BeforeEach
  void listen() throws Exception {
    server = transport.listenTcp(loop, 0, LengthPrefix.OF_FOUR_BYTES, Echo::new);
  }

  @AfterEach
  void close() {
    transport.close();
  }

  private Recorder dial(String host, Route route, Framing framing) {
    return dial(new Dial.Tcp(host, server.port(), false, framing, PACE), route);
  }

  private Recorder dial(Dial dial, Route route) {
    loop.execute(() -> transport.dialler(loop, route).dial(dial, client));
    return client;
  }

  private Recorder dial() {
    return dial("127.0.0.1", Route.DIRECT, LengthPrefix.OF_FOUR_BYTES);
  }

  @Test
  void manyFramesInOneWriteComeBackEachByItself() throws Exception {
    byte[] one = LengthPrefix.frame(new byte[] {1, 2, 3});
    byte[] two = LengthPrefix.frame(new byte[0]);
    byte[] both = new byte[one.length + two.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    dial().send(FrameKind.BINARY, both);
    assertThat(client.frame()).isEqualTo(new Recorder.Frame(FrameKind.BINARY, Raw.bytes(one)));
    assertThat(client.frame()).isEqualTo(new Recorder.Frame(FrameKind.BINARY, Raw.bytes(two)));
  }

  @Test
  void aFrameOfThreeMegabytesIsPutTogether() throws Exception {
    byte[] payload = new byte[3_000_000];
    new Random(2).nextBytes(payload);
    byte[] frame = LengthPrefix.frame(payload);
    dial().send(FrameKind.BINARY, frame);
    assertThat(client.frame().bytes()).isEqualTo(Raw.bytes(frame));
  }

  @Test
  void aStreamThatIsLostIsClosedInWords() throws Exception {
    Framing strict =
        in -> {
          throw new MalformedException("a length of -1");
        };
    dial("127.0.0.1", Route.DIRECT, strict).send(FrameKind.BINARY, LengthPrefix.frame(new byte[1]));
    assertThat(client.closed().reason()).isEqualTo("a length of -1");
  }

  @Test
  void aServerThatStopsIsTold() throws Exception {
    dial().opened();
    server.close();
    assertThat(client.closed().reason()).isEqualTo("the other side closed the connection");
  }

  @Test
  void nobodyListeningIsAFailureInWords() throws Exception {
    try (DeadPort port = new DeadPort()) {
      Dial dial = new Dial.Tcp("127.0.0.1", port.port(), false, LengthPrefix.OF_FOUR_BYTES, PACE);
      assertThat(dial(dial, Route.DIRECT).closed().reason()).containsIgnoringCase("refused");
    }
  }

  @Test
  void theSimulatorIsDialledUnderTheDialsOwnPort() throws Exception {
    Route route = new Route(URI.create("http://127.0.0.1:1"), null);
    byte[] frame = LengthPrefix.frame(new byte[] {7});
    dial("broadcast.example.com", route, LengthPrefix.OF_FOUR_BYTES).send(FrameKind.BINARY, frame);
    assertThat(client.frame().bytes()).isEqualTo(Raw.bytes(frame));
  }
}
