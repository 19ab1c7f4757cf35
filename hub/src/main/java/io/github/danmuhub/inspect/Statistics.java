package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Figures of a whole input: frames, events, what is unknown, how much was packed, silences. */
final class Statistics {
  /** Two of Bilibili's heartbeats pass in that time, and something always comes back. */
  private static final long GAP_MS = 35_000;

  private static final int MOST = 1_000;

  private final Map<String, Long> events = new TreeMap<>();
  private final Map<String, Long> unknown = new TreeMap<>();
  private final Map<Integer, Long> last = new HashMap<>();
  private final List<String> gaps = new ArrayList<>();
  private long received;
  private long sent;
  private long bytes;
  private long unrecognized;
  private long packed;
  private long unpacked;

  void add(InspectedFrame frame) {
    Traffic traffic = frame.frame();
    bytes += traffic.bytes().size();
    received += Frames.isReceived(traffic) ? 1 : 0;
    sent += Frames.isReceived(traffic) ? 0 : 1;
    unrecognized += frame.platform() == null ? 1 : 0;
    frame.events().forEach(this::add);
    frame.layers().forEach(this::add);
    gap(traffic);
  }

  private void add(LiveEvent event) {
    events.merge(EventTypes.name(event), 1L, Long::sum);
    if (event instanceof Unknown one && (unknown.size() < MOST || unknown.containsKey(one.cmd()))) {
      unknown.merge(one.cmd(), 1L, Long::sum);
    }
  }

  private void add(Layer layer) {
    for (Layer.Field field : layer.fields()) {
      if (field.name().equals("inflates to") && field.value().matches("\\d{1,9}")) {
        packed += layer.size();
        unpacked += Long.parseLong(field.value());
      }
    }
    layer.inner().forEach(this::add);
  }

  private void gap(Traffic traffic) {
    if (traffic.time() == 0 || !Frames.isReceived(traffic)) {
      return;
    }
    Long before = last.put(traffic.connection(), traffic.time());
    if (before != null && traffic.time() - before > GAP_MS && gaps.size() < MOST) {
      gaps.add(
          String.format(
              Locale.ROOT,
              "socket %d is silent for %.1f s",
              traffic.connection(),
              (traffic.time() - before) / 1_000.0));
    }
  }

  long received() {
    return received;
  }

  long sent() {
    return sent;
  }

  long bytes() {
    return bytes;
  }

  long unrecognized() {
    return unrecognized;
  }

  Map<String, Long> events() {
    return events;
  }

  Map<String, Long> unknown() {
    return unknown;
  }

  List<String> gaps() {
    return gaps;
  }

  /** How often its size what was compressed inflates to; 0 where nothing was. */
  double ratio() {
    return packed == 0 ? 0 : (double) unpacked / packed;
  }
}
