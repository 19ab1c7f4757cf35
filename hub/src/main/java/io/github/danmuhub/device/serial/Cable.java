package io.github.danmuhub.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One serial port, from its opening to its loss; it is not opened again. It has a thread that opens
 * it and writes, and one that reads; no other touches it. A thread that is stuck in the port is
 * left there. At most {@value #WAITING} messages wait to be written; a further one is refused.
 */
public final class Cable {
  private static final int WAITING = 8;
  private static final int READ_MS = 100;
  private static final int BUFFER = 256;
  private static final int STUCK_MS = 200;
  private static final int OPENS_MS = 5_000;

  /** Who is told what comes of it; on its threads. */
  public interface Listener {
    void opened();

    /** What came, in this order, at least a byte; the array is used again. */
    void came(byte[] bytes, int count);

    /** Once. */
    void lost(Phrase why);
  }

  private final String name;
  private final int baud;
  private final Listener listener;
  private final LinkedBlockingDeque<byte[]> waiting = new LinkedBlockingDeque<>(WAITING);
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable SerialPort port;
  private volatile long busySince;

  /** Nothing happens before {@link #begin}. */
  public Cable(String name, int baud, Listener listener) {
    this.name = name;
    this.baud = baud;
    this.listener = listener;
  }

  /** Opens it. */
  public void begin() {
    busySince = ticks() + OPENS_MS - STUCK_MS;
    start(this::openAndWrite, "write");
  }

  private void start(Runnable work, String what) {
    Thread thread = new Thread(work, "danmu-serial-" + what + "-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static long ticks() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private void openAndWrite() {
    try {
      SerialPort opened = SerialPort.getCommPort(Path.of(name).toRealPath().toString());
      opened.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      opened.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MS, 0);
      if (!opened.openPort()) {
        end(Phrase.of("serial.closed"));
        return;
      }
      port = opened;
      busySince = 0;
      listener.opened();
      start(() -> read(opened), "read");
      write(opened);
    } catch (IOException | RuntimeException e) {
      end(Phrase.of("serial.failed", e.toString()));
    } catch (InterruptedException e) {
      end(Phrase.of("listen.interrupted"));
    }
  }

  private void write(SerialPort to) throws InterruptedException {
    while (!over.get()) {
      byte[] next = waiting.poll(READ_MS, TimeUnit.MILLISECONDS);
      if (next != null) {
        write(to, next);
      }
    }
    for (byte[] last = waiting.poll(); last != null; last = waiting.poll()) {
      to.writeBytes(last, last.length);
    }
    to.closePort();
  }

  private void write(SerialPort to, byte[] bytes) {
    long began = ticks();
    busySince = began;
    int written = to.writeBytes(bytes, bytes.length);
    busySince = 0;
    if (written != bytes.length) {
      end(Phrase.of("serial.part", Math.max(0, written), bytes.length));
    } else if (ticks() - began > STUCK_MS) {
      end(Phrase.of("serial.slow", STUCK_MS));
    }
  }

  private void read(SerialPort from) {
    byte[] bytes = new byte[BUFFER];
    while (!over.get()) {
      int count = from.readBytes(bytes, bytes.length);
      if (count < 0) {
        end(Phrase.of("serial.gone"));
      } else if (count > 0) {
        listener.came(bytes, count);
      }
    }
  }

  /** Told every 50 ms or so: a writer that is stuck costs the port. */
  public void advance() {
    long since = busySince;
    if (since > 0 && ticks() - since > STUCK_MS && !over.get()) {
      end(Phrase.of("serial.stuck"));
    }
  }

  /** Whether it is written soon. */
  public boolean write(byte[] bytes) {
    return port != null && !over.get() && waiting.offer(bytes);
  }

  /** What waits is forgotten; this is written next. */
  public void writeFirst(byte[] bytes) {
    waiting.clear();
    waiting.offerFirst(bytes);
  }

  private void end(Phrase why) {
    if (over.compareAndSet(false, true)) {
      waiting.clear();
      SerialPort opened = port;
      if (opened != null) {
        start(opened::closePort, "close"); // it may hang, as writing does
      }
      listener.lost(Phrase.of("file.at", name, why));
    }
  }

  /** Nothing is told any more; what waits is written still, if it can be. */
  public void close() {
    over.set(true);
  }
}
