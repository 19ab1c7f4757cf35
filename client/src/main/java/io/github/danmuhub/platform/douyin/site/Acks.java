package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.site.SiteContext;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The acks that one client owes. The real site tolerates wrong and missing ones; so they are only
 * counted. A frame counts as never acknowledged after {@value #PATIENCE_MS} ms, or when {@value
 * #OWED} newer ones are owed as well.
 */
final class Acks {
  private static final String RIGHT = "acks right";
  private static final String WRONG = "acks wrong";
  private static final String MISSING = "acks missing";
  private static final String OUT_OF_ORDER = "acks out of order";
  private static final String OVERTAKEN = "other frames while an ack is owed";

  private static final long PATIENCE_MS = 5_000;
  private static final int OWED = 1_024;

  private record Owed(String internalExt, long since) {}

  private final Map<Long, Owed> owed = new LinkedHashMap<>();
  private final SiteContext site;

  Acks(SiteContext site) {
    this.site = site;
  }

  void sent(long logId, String internalExt) {
    owed.put(logId, new Owed(internalExt, site.ticks()));
    if (owed.size() > OWED) {
      owed.remove(owed.keySet().iterator().next());
      site.count(MISSING);
    }
  }

  /** A frame that is no ack came; acks that are owed may be on their way through a network. */
  void otherFrame() {
    if (!owed.isEmpty()) {
      site.count(OVERTAKEN);
    }
  }

  /**
   * An ack names the frame's LogID and carries its internal_ext. One that overtakes that of an
   * older frame says that its client did not acknowledge before all else.
   */
  void received(long logId, String internalExt) {
    boolean inOrder = owed.isEmpty() || owed.keySet().iterator().next() == logId;
    Owed frame = owed.remove(logId);
    if (frame != null && !inOrder) {
      site.count(OUT_OF_ORDER);
    }
    boolean right = frame != null && frame.internalExt().equals(internalExt);
    site.count(right ? RIGHT : WRONG);
  }

  /** Gives up waiting for what is too old. */
  void expire() {
    Iterator<Owed> eldest = owed.values().iterator();
    while (eldest.hasNext() && eldest.next().since() + PATIENCE_MS <= site.ticks()) {
      eldest.remove();
      site.count(MISSING);
    }
  }
}
