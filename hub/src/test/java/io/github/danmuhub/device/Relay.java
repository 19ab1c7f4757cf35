package io.github.danmuhub.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** A network between two programs, which can swallow everything and tell nobody. */
final class Relay implements AutoCloseable {
  private static final long LOOK_NS = 1_000_000;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int to;
  private volatile boolean swallows;

  /**
   * @param to a port of this machine
   */
  Relay(int to) throws IOException {
    this.to = to;
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** From now on both ends are half open: nothing arrives, and nothing says so. */
  void swallow(boolean everything) {
    swallows = everything;
  }

  private void accept() {
    try {
      while (true) {
        Socket from = server.accept();
        Socket on = new Socket(InetAddress.getLoopbackAddress(), to);
        start(() -> pump(from, on));
        start(() -> pump(on, from));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void pump(Socket from, Socket on) {
    byte[] bytes = new byte[8_192];
    try (InputStream in = from.getInputStream();
        OutputStream out = on.getOutputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        while (swallows) {
          LockSupport.parkNanos(LOOK_NS);
        }
        out.write(bytes, 0, count);
      }
    } catch (IOException gone) {
      // one end went: the other is told by closing it
    }
  }

  @Override
  public void close() throws IOException {
    swallows = false;
    server.close();
  }
}
