package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that remembers, and a client's hand on the socket. */
public final class Recorder implements SocketListener {
  private static final long PATIENCE_S = 20;

  /** A frame's kind and bytes. */
  public record Frame(FrameKind kind, Raw bytes) {
    @Override
    public String toString() {
      return kind + " " + bytes.text();
    }
  }

  final List<String> threads = new CopyOnWriteArrayList<>();
  private final Loop loop;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Socket> opened = new CompletableFuture<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();

  public Recorder(Loop loop) {
    this.loop = loop;
  }

  @Override
  public void onOpen(Socket socket) {
    threads.add(Thread.currentThread().getName());
    assertThat(opened.complete(socket)).as("opened twice").isTrue();
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    threads.add(Thread.currentThread().getName());
    assertThat(bytes.hasArray()).isTrue();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    frames.add(new Frame(kind, Raw.bytes(copy)));
  }

  @Override
  public void onClosed(Closed why) {
    threads.add(Thread.currentThread().getName());
    assertThat(closed.complete(why)).as("closed twice").isTrue();
  }

  public Recorder opened() throws Exception {
    get(opened);
    return this;
  }

  public void send(FrameKind kind, byte[] bytes) throws Exception {
    Socket socket = get(opened);
    loop.execute(() -> socket.send(kind, ByteBuffer.wrap(bytes)));
  }

  public void send(String text) throws Exception {
    send(FrameKind.TEXT, text.getBytes(UTF_8));
  }

  public void close(int code, String reason) throws Exception {
    Socket socket = get(opened);
    loop.execute(() -> socket.close(code, reason));
  }

  public Frame frame() throws Exception {
    Frame frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
    assertThat(frame).as("a frame").isNotNull();
    return frame;
  }

  public Closed closed() throws Exception {
    return get(closed);
  }

  public boolean isClosed() {
    return closed.isDone();
  }

  /** Frames that came and were not asked for yet. */
  public int frames() {
    return frames.size();
  }

  public boolean isOpen() {
    return opened.isDone();
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_S, TimeUnit.SECONDS);
  }
}
