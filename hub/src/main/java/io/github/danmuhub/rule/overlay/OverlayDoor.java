package io.github.danmuhub.rule.overlay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.FramedText;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Sockets;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ws/rules}: what pages show of the rules. Each message goes to all pages; one that does
 * not read misses it, and while {@value #WAITING} wait for the loop a further one is not told. What
 * pages send is not looked at.
 */
public final class OverlayDoor {
  private static final int WAITING = 1_000;
  private static final int PAGES = 256;
  private static final int MESSAGE_BYTES = 1_024;

  private final Sockets sockets = new Sockets(MESSAGE_BYTES);
  private final Supplier<List<ObjectNode>> first;
  private final Set<DoorSocket> pages = new LinkedHashSet<>(); // on the loop only
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile @Nullable Context loop;

  /**
   * Nobody listens yet.
   *
   * @param first what a page is told when it comes; asked on the loop, must not block
   */
  public OverlayDoor(Supplier<List<ObjectNode>> first) {
    this.first = first;
  }

  /** The door's handler. */
  public void handle(RoutingContext context) {
    sockets.upgrade(context, this::join);
  }

  private void join(DoorSocket socket) {
    if (pages.size() >= PAGES) {
      socket.write(
          Json.message("error").put("why", "there are " + PAGES + " pages already").toString());
      socket.close((short) 1013, "too many pages");
      return;
    }
    loop = Vertx.currentContext();
    pages.add(socket);
    count.incrementAndGet();
    socket.onEnd(() -> leave(socket));
    first.get().forEach(message -> socket.write(message.toString()));
  }

  private void leave(DoorSocket socket) {
    if (pages.remove(socket)) {
      count.decrementAndGet();
    }
  }

  /** How many listen. Any thread. */
  public int pages() {
    return count.get();
  }

  /** Tells all pages; any thread, never blocks. False where too much waits already. */
  public boolean tell(ObjectNode message) {
    Context context = loop;
    if (context == null || pages() == 0) {
      return true;
    }
    if (waiting.incrementAndGet() > WAITING) {
      waiting.decrementAndGet();
      return false;
    }
    String text = message.toString();
    context.runOnContext(now -> write(text));
    return true;
  }

  private void write(String text) {
    waiting.decrementAndGet();
    try (FramedText framed = FramedText.of(text)) {
      for (DoorSocket page : pages) {
        if (!page.isFull()) {
          page.write(framed);
        }
      }
    }
  }
}
