package io.github.danmuhub.browser.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.browser.Target;
import io.github.danmuhub.browser.frames.PageSocket;
import io.github.danmuhub.browser.frames.PageSockets;
import io.github.danmuhub.browser.frames.PolledAnswers;
import io.github.danmuhub.browser.frames.SocketEar;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.Handshake;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.transport.Route;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser with tabs of rooms: what is heard of a page, or of what stands in it, is its tab's. A
 * room that has lost its page's socket finds the page again, and reloads it; where nobody comes for
 * it within {@value #KEPT_MS} ms, it is closed.
 */
final class RoomBrowser implements SocketEar {
  /** Longer than a room waits before it tries again. */
  private static final long KEPT_MS = 300_000;

  private final Browser browser;

  /** On the link's loop only. */
  private final Map<Target, RoomTab> tabs = new HashMap<>();

  /** Pages of which no room hears; on the link's loop only. */
  private final Map<URI, Page> kept = new HashMap<>();

  RoomBrowser(Browser browser) {
    this.browser = browser;
    var unused = browser.watch(new PageSockets(target -> true, this, System::currentTimeMillis));
    var unusedPolls =
        browser.watch(
            new PolledAnswers(
                target -> true, this::isPoll, this::polled, System::currentTimeMillis));
  }

  boolean isGone() {
    return browser.gone().toCompletableFuture().isDone();
  }

  /** Reloads the room's page, or opens a tab; returns at once. */
  void open(RoomTab tab, Route route) {
    browser.loop().execute(() -> open(tab, address(tab.page(), route)));
  }

  private void open(RoomTab tab, URI at) {
    Page page = kept.remove(at);
    if (page == null) {
      fresh(tab, at);
    } else {
      reload(tab, at, page);
    }
  }

  /** Where that fails, or the tab has crashed meanwhile, a new one is opened. */
  private void reload(RoomTab tab, URI at, Page page) {
    begin(tab, at, page);
    var unused =
        page.reload()
            .whenComplete(
                (done, error) -> {
                  if (error != null && tabs.remove(page.target(), tab)) {
                    var unusedClosed = page.close();
                    fresh(tab, at);
                  }
                });
  }

  private void fresh(RoomTab tab, URI at) {
    var unused =
        browser
            .newPage()
            .thenCompose(
                page -> {
                  Target target = page.target();
                  target.listen((method, event) -> onPageEvent(target, method, event));
                  var unusedGone = page.gone().thenAccept(why -> lost(target, why.toString()));
                  var unusedTold = target.call("Page.enable", Map.of());
                  begin(tab, at, page);
                  return page.navigate(at);
                })
            .whenComplete((done, error) -> tab.failedIf(error));
  }

  private void begin(RoomTab tab, URI at, Page page) {
    tabs.put(page.target(), tab);
    tab.begin(browser.loop(), page, left -> browser.loop().execute(() -> keep(tab, at, left)));
  }

  private void keep(RoomTab tab, URI at, Page page) {
    tabs.remove(page.target(), tab);
    Page before = kept.put(at, page);
    if (before != null) {
      var unused = before.close();
    }
    browser.loop().schedule(KEPT_MS, () -> forget(at, page));
  }

  private void forget(URI at, Page page) {
    if (kept.remove(at, page)) {
      var unused = page.close();
    }
  }

  private void onPageEvent(Target target, String method, JsonNode event) {
    RoomTab tab = tabs.get(target);
    if (tab != null) {
      tab.onPageEvent(method, event);
    }
  }

  /** A simulator serves a room's page at its own address, too: it speaks no TLS. */
  private static URI address(URI page, Route route) {
    URI simulator = route.simulator();
    return simulator == null ? page : simulator.resolve(page.getRawPath());
  }

  private void lost(Target target, String why) {
    RoomTab tab = tabs.remove(target);
    if (tab != null) {
      tab.gone(why);
    }
  }

  private @Nullable RoomTab tab(PageSocket socket) {
    return tabs.get(socket.target().root());
  }

  private boolean isPoll(String url) {
    return tabs.values().stream().anyMatch(tab -> tab.isPoll(url));
  }

  private void polled(Target target, Http answer) {
    RoomTab tab = tabs.get(target.root());
    if (tab != null && tab.isPoll(answer.url())) {
      tab.polled(answer);
    }
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
