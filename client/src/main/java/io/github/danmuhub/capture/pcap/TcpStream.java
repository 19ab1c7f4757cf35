package io.github.danmuhub.capture.pcap;

import java.nio.ByteBuffer;
import java.util.TreeMap;

/**
 * One direction of a connection: bytes in order, each once. What comes too early waits, {@value
 * #WAITING} bytes at most; then what is missing before it counts as lost. One thread.
 */
final class TcpStream {
  static final int WAITING = 1 << 20;

  private final Receiver receiver;
  private final TreeMap<Long, Early> early = new TreeMap<>();
  private long position;
  private int sequence;
  private boolean begun;
  private int waiting;

  /** Who hears of it. */
  interface Receiver {
    void bytes(long timeMs, ByteBuffer bytes);

    /** So many bytes were not captured. */
    void lost(long count);
  }

  private record Early(long timeMs, int length, ByteBuffer bytes) {}

  TcpStream(Receiver receiver) {
    this.receiver = receiver;
  }

  /** The connection begins; {@code first} is the sequence number of its first byte. */
  void begin(int first) {
    if (!begun) {
      begun = true;
      sequence = first;
    }
  }

  void add(Segment segment) {
    begin(segment.sequence());
    if (segment.length() == 0) {
      return;
    }
    long at = position + (segment.sequence() - (sequence + (int) position));
    ByteBuffer payload = segment.payload();
    if (at <= position) {
      take(segment.timeMs(), at, segment.length(), payload);
      takeWaiting();
    } else if (!early.containsKey(at)) {
      byte[] copy = new byte[payload.remaining()];
      payload.duplicate().get(copy);
      early.put(at, new Early(segment.timeMs(), segment.length(), ByteBuffer.wrap(copy)));
      waiting += copy.length;
      while (waiting > WAITING) {
        skip();
      }
    }
  }

  /** What of it is new. */
  private void take(long time, long at, int length, ByteBuffer payload) {
    long known = position - at;
    if (known >= length) {
      return;
    }
    int there = payload.remaining();
    if (known < there) {
      receiver.bytes(time, payload.slice((int) known, there - (int) known));
    }
    position = at + length;
    long cut = length - Math.max(there, known);
    if (cut > 0) {
      receiver.lost(cut);
    }
  }

  private void takeWaiting() {
    while (!early.isEmpty() && early.firstKey() <= position) {
      var first = early.pollFirstEntry();
      Early segment = first.getValue();
      waiting -= segment.bytes().remaining();
      take(segment.timeMs(), first.getKey(), segment.length(), segment.bytes());
    }
  }

  private void skip() {
    receiver.lost(early.firstKey() - position);
    position = early.firstKey();
    takeWaiting();
  }

  /** Nothing more will come: what waits is handed over. */
  void end() {
    while (!early.isEmpty()) {
      skip();
    }
  }
}
