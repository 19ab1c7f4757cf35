package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * mitmproxy's flow files, formats 7 to 21: one tagged netstring a flow. From 12 on a socket's
 * messages stand in its HTTP flow, before that in a flow of their own that names the HTTP flow. The
 * file is read twice, since URLs come after the messages.
 */
final class MitmReader {
  private static final Pattern BEGIN =
      Pattern.compile("\\d{1,12}:\\d{1,3}:[a-z_]+[;,].*", Pattern.DOTALL);

  /** A message and what stands around it; other values of a flow are smaller. */
  private static final long LARGEST = 2L * Bounds.FRAME;

  private final Tnetstring in;
  private final OnMessage onMessage;

  private interface OnMessage {
    void message(List<?> message);
  }

  private MitmReader(Tnetstring in, OnMessage onMessage) {
    this.in = in;
    this.onMessage = onMessage;
  }

  static boolean begins(byte[] head) {
    return BEGIN.matcher(new String(head, US_ASCII)).matches();
  }

  static void read(Content content, CaptureSink sink) throws IOException, MalformedException {
    List<MitmFlow> flows = new ArrayList<>();
    String broken = heads(content, flows);
    if (flows.isEmpty()) {
      throw new MalformedException("the file of mitmproxy's flows cannot be read: " + broken);
    }
    Map<String, MitmFlow> byId = new HashMap<>();
    flows.forEach(flow -> byId.put(flow.id(), flow));
    messages(content, flows, byId, sink);
    flows.stream().map(MitmFlow::odd).filter(s -> !s.isEmpty()).distinct().forEach(sink::problem);
    if (!broken.isEmpty()) {
      sink.problem("flow " + (flows.size() + 1) + ": " + broken);
    }
  }

  /** The first pass; what breaks the file, or nothing. */
  private static String heads(Content content, List<MitmFlow> flows) throws IOException {
    try (InputStream in = content.open()) {
      Tnetstring values = new Tnetstring(in);
      for (long length = values.length(); length >= 0; length = values.length()) {
        Map<String, Object> head = new MitmReader(values, message -> {}).flow(length);
        flows.add(new MitmFlow(flows.size() + 1, head));
      }
      return "";
    } catch (MalformedException e) {
      return e.why();
    }
  }

  private static void messages(
      Content content, List<MitmFlow> flows, Map<String, MitmFlow> byId, CaptureSink sink)
      throws IOException {
    try (InputStream in = content.open()) {
      Tnetstring values = new Tnetstring(in);
      for (MitmFlow flow : flows) {
        if (flow.isSocket()) {
          String url = byId.getOrDefault(flow.handshake(), flow).url();
          sink.entry(new Open(flow.number(), flow.opened(), url, null, null));
        }
        long length = values.length();
        new MitmReader(values, message -> flow.message(message).ifPresent(sink::entry))
            .flow(length);
        if (flow.isSocket() && flow.closeCode() != 0) {
          sink.entry(new Close(flow.number(), flow.closed(), flow.closeCode(), flow.closeReason()));
        }
        if (flow.dropped() > 0) {
          sink.problem(
              "flow %d: %d messages that the proxy did not pass on are left out"
                  .formatted(flow.number(), flow.dropped()));
        }
      }
    } catch (MalformedException e) {
      throw new IOException("the file has changed while it was read: " + e.why(), e);
    }
  }

  /** Goes through a flow: its small values are returned, its messages handed over. */
  private Map<String, Object> flow(long length) throws IOException, MalformedException {
    Map<String, Object> head = new HashMap<>();
    items(length, '}', left -> keyed(head, left));
    return head;
  }

  private interface OnItem {
    /** Reads an item, of whose container so much is left; how much it took. */
    long read(long left) throws IOException, MalformedException;
  }

  private void items(long length, char type, OnItem item) throws IOException, MalformedException {
    long left = length;
    while (left > 0) {
      left -= item.read(left);
    }
    if (left < 0 || in.type() != type) {
      throw new MalformedException("a value that ends behind what it stands in");
    }
  }

  private long keyed(Map<String, Object> head, long left) throws IOException, MalformedException {
    long keyLength = fitting(left);
    String key = Tnetstring.text(small(keyLength));
    long rest = left - Tnetstring.whole(keyLength);
    long length = fitting(rest);
    switch (key) {
      case "websocket" -> head.put(key, socket(length));
      case "messages" -> messages(length, head);
      default -> head.put(key, small(length));
    }
    return Tnetstring.whole(keyLength) + Tnetstring.whole(length);
  }

  private long fitting(long left) throws IOException, MalformedException {
    long length = in.length();
    if (length < 0 || Tnetstring.whole(length) > left) {
      throw new MalformedException("a value that ends behind what it stands in");
    }
    return length;
  }

  /** A value; nothing of one that is too large. */
  private Object small(long length) throws IOException, MalformedException {
    if (length <= LARGEST) {
      return in.value(length);
    }
    in.skip(length);
    in.type();
    return Tnetstring.NOTHING;
  }

  /** A socket's part of its HTTP flow; nothing where there is none. */
  private Object socket(long length) throws IOException, MalformedException {
    if (length == 0) {
      return in.value(0);
    }
    Map<String, Object> head = new HashMap<>();
    items(length, '}', left -> keyed(head, left));
    return head;
  }

  private void messages(long length, Map<String, Object> head)
      throws IOException, MalformedException {
    head.put("messages", true);
    items(
        length,
        ']',
        left -> {
          long one = fitting(left);
          if (small(one) instanceof List<?> message) {
            onMessage.message(message);
          }
          return Tnetstring.whole(one);
        });
  }
}
