package io.github.danmuhub.capture.pcap;

import io.github.danmuhub.capture.pcap.Segment.Endpoint;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All TCP connections of a capture, {@value #MOST} at a time at most: of more, the one that began
 * first is ended. One thread.
 */
public final class Conversations {
  private static final int MOST = 4_096;

  private final SocketTrace trace;
  private final Map<Set<Endpoint>, Conversation> open = new LinkedHashMap<>();
  private final Map<Conversation.Kind, Integer> kinds = new EnumMap<>(Conversation.Kind.class);
  private int count;
  private long packets;
  private long segments;

  private Conversations(SocketTrace trace) {
    this.trace = trace;
  }

  /**
   * Reads a pcap or pcapng file.
   *
   * @throws MalformedException in words, if there is no WebSocket in it that could be read
   */
  public static void read(InputStream in, SocketTrace trace)
      throws IOException, MalformedException {
    Conversations all = new Conversations(trace);
    String broken = "";
    try {
      PacketFile.read(in, all::add);
    } catch (MalformedException e) {
      broken = "packet " + (all.packets + 1) + ": " + e.why();
    }
    all.end();
    all.tell(broken);
  }

  private void add(Packet packet) {
    packets++;
    Segment.of(packet).ifPresent(this::add);
  }

  private void add(Segment segment) {
    segments++;
    if (segment.from().equals(segment.to())) {
      return;
    }
    Set<Endpoint> ends = Set.of(segment.from(), segment.to());
    Conversation known = open.get(ends);
    boolean begins = segment.has(Segment.SYN) && !segment.has(Segment.ACK);
    if (known == null || (begins && known.kind() != Conversation.Kind.UNKNOWN)) {
      if (known != null) {
        end(ends, known);
      }
      known = new Conversation(++count, client(segment), trace);
      open.put(ends, known);
      forgetEldest();
    }
    known.add(segment);
  }

  /** Who opens it; where that was not captured, whoever has the higher port. */
  private static Endpoint client(Segment segment) {
    if (segment.has(Segment.SYN)) {
      return segment.has(Segment.ACK) ? segment.to() : segment.from();
    }
    return segment.from().port() > segment.to().port() ? segment.from() : segment.to();
  }

  private void forgetEldest() {
    if (open.size() > MOST) {
      var eldest = open.entrySet().iterator().next();
      end(eldest.getKey(), eldest.getValue());
    }
  }

  private void end(Set<Endpoint> ends, Conversation conversation) {
    conversation.end();
    kinds.merge(conversation.kind(), 1, Integer::sum);
    open.remove(ends);
  }

  private void end() {
    new LinkedHashMap<>(open).forEach(this::end);
  }

  private int of(Conversation.Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  private void tell(String broken) throws MalformedException {
    String others = others();
    if (of(Conversation.Kind.WEBSOCKET) == 0) {
      throw new MalformedException(
          "the packets hold no WebSocket that can be read (%d packets, %d of TCP)%s%s"
              .formatted(packets, segments, others, broken.isEmpty() ? "" : "; " + broken));
    }
    if (!others.isEmpty()) {
      trace.told("beside the sockets" + others);
    }
    if (!broken.isEmpty()) {
      trace.told(broken);
    }
  }

  private String others() {
    String tls =
        of(Conversation.Kind.TLS) == 0
            ? ""
            : "; %d connections are TLS: what is in them can only be seen with its keys,"
                    .formatted(of(Conversation.Kind.TLS))
                + " or in the browser";
    return of(Conversation.Kind.HTTP2) == 0
        ? tls
        : tls
            + "; %d connections are HTTP/2, whose WebSockets are not read"
                .formatted(of(Conversation.Kind.HTTP2));
  }
}
