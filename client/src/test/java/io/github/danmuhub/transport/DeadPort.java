package io.github.danmuhub.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

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

  /** One that a server has just given up. */
  public DeadPort(int port) throws IOException {
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
