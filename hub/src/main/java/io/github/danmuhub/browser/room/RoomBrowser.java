package io.github.danmuhub.browser.room;

import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.Target;
import io.github.danmuhub.browser.frames.PageSocket;
import io.github.danmuhub.browser.frames.PageSockets;
import io.github.danmuhub.browser.frames.SocketEar;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.Handshake;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.transport.Route;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser with tabs of rooms: what is heard of a page, or of what stands in it, is its tab's. */
final class RoomBrowser implements SocketEar {
  private final Browser browser;

  /** On the link's loop only. */
  private final Map<Target, RoomTab> tabs = new HashMap<>();

  RoomBrowser(Browser browser) {
    this.browser = browser;
    var unused = browser.watch(new PageSockets(target -> true, this, System::currentTimeMillis));
  }

  boolean isGone() {
    return browser.gone().toCompletableFuture().isDone();
  }

  /** Opens a tab; returns at once. */
  void open(RoomTab tab, Route route) {
    URI page = address(tab.page(), route);
    var unused =
        browser
            .newPage()
            .thenCompose(
                fresh -> {
                  Target target = fresh.target();
                  tabs.put(target, tab);
                  var unusedGone = fresh.gone().thenAccept(why -> lost(target, why.toString()));
                  tab.begin(browser.loop(), fresh);
                  return fresh.navigate(page);
                })
            .whenComplete((done, error) -> tab.failedIf(error));
  }

  /** A simulator serves a room's page at its own address, too: it speaks no TLS. */
  private static URI address(URI page, Route route) {
    URI simulator = route.simulator();
    return simulator == null ? page : simulator.resolve(page.getRawPath());
  }

  private void lost(Target target, String why) {
    RoomTab tab = tabs.remove(target);
    if (tab != null) {
      tab.end(why);
    }
  }

  private @Nullable RoomTab tab(PageSocket socket) {
    return tabs.get(socket.target().root());
  }

  @Override
  public void made(PageSocket socket, long time) {
    RoomTab tab = tab(socket);
    if (tab != null) {
      tab.made(socket);
    }
  }

  @Override
  public void opened(PageSocket socket, Handshake handshake, long time) {
    RoomTab tab = tab(socket);
    if (tab != null && handshake.isOpen()) {
      tab.opened(socket);
    }
  }

  @Override
  public void frame(PageSocket socket, long time, Direction direction, FrameKind kind, Raw bytes) {
    RoomTab tab = tab(socket);
    if (tab != null && direction == Direction.RECEIVED) {
      tab.received(socket, kind, bytes);
    }
  }

  @Override
  public void closed(PageSocket socket, long time, String why) {
    RoomTab tab = tab(socket);
    if (tab != null) {
      tab.closed(socket, why);
    }
  }

  void close() {
    browser.close();
  }
}
