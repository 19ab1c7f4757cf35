package io.github.danmuhub.transport;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A port of this machine at which nobody listens, for certain: it is bound, so that nobody else is
 * given it, and every connection to it is refused. A server that names the port may still take it.
 */
public final class DeadPort implements AutoCloseable {
  private final Socket bound = new Socket();

  /** Any. */
  public DeadPort() throws IOException {
    this(0);
  }

  /** One that a server gives up: waits until it has. */
  public static DeadPort givenUp(int port) {
    return await()
        .atMost(30, TimeUnit.SECONDS)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .ignoreException(BindException.class)
        .until(() -> new DeadPort(port), Objects::nonNull);
  }

  private DeadPort(int port) throws IOException {
    bound.setReuseAddress(true);
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  public int port() {
    return bound.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
