package io.github.danmuhub.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Many readers that come back at once, in a process of their own: one in a hundred to everything,
 * one in a hundred to those who enter, the others to a room each. Prints {@code begin} when all are
 * there, and at the end {@code end}, how many are whole, what they got, and what was wrong first.
 */
final class ReturningReaders {
  /**
   * Event {@code n} is of room {@code n % ROOMS}, and somebody enters where {@code n % ENTRIES} is
   * 0.
   */
  static final int ROOMS = 1_000;

  static final int ENTRIES = 100;
  private static final int PATIENCE_SECONDS = 900;

  private final int port;
  private final String hub;
  private final long last;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
  private final List<ReturningReader> readers = new ArrayList<>();
  private int over;

  private ReturningReaders(int port, String hub, long last) throws IOException {
    this.port = port;
    this.hub = hub;
    this.last = last;
  }

  /**
   * Runs.
   *
   * @param args the port, how many, the hub's id, the last number of what they missed
   */
  public static void main(String[] args) throws IOException {
    ReturningReaders all =
        new ReturningReaders(Integer.parseInt(args[0]), args[2], Long.parseLong(args[3]));
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      all.open(i);
    }
    System.out.println("begin");
    all.readAll();
    System.out.println("end " + all.report());
  }

  /** They left within a few seconds of each other. */
  private void open(int i) throws IOException {
    long after = i * 7L % 5_000;
    String path = "/ws?after=" + hub + "-" + after;
    ReturningReader reader =
        switch (i % 100) {
          case 0 -> new ReturningReader(port, path, after + 1, 1, last);
          case 1 ->
              new ReturningReader(
                  port, path + "&type=enter", next(after, 0, ENTRIES), ENTRIES, last);
          default -> {
            int room = i % ROOMS;
            String only = path + "&room=bilibili:" + room;
            yield new ReturningReader(port, only, next(after, room, ROOMS), ROOMS, last);
          }
        };
    readers.add(reader);
    reader.socket.register(selector, SelectionKey.OP_READ, reader);
  }

  /** The first number after {@code after} that leaves {@code rest}. */
  private static long next(long after, long rest, long step) {
    long next = after - after % step + rest;
    return next > after ? next : next + step;
  }

  private void readAll() throws IOException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (over < readers.size() && System.nanoTime() < end) {
      selector.select(this::read, 1_000);
    }
  }

  private void read(SelectionKey key) {
    ReturningReader reader = (ReturningReader) key.attachment();
    try {
      boolean before = reader.isOver();
      reader.read(buffer);
      if (reader.isOver() && !before) {
        over++;
        if (!reader.isWhole()) {
          key.cancel();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String report() {
    long whole = readers.stream().filter(ReturningReader::isWhole).count();
    long events = readers.stream().mapToLong(ReturningReader::count).sum();
    String wrong =
        readers.stream()
            .map(ReturningReader::wrong)
            .filter(why -> !why.isEmpty())
            .findFirst()
            .orElse("nothing");
    return whole + " " + events + " " + wrong;
  }
}
