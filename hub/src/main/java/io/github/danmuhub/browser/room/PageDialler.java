package io.github.danmuhub.browser.room;

import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.BrowserDialler;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.SocketListener;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Opens rooms' pages, in one browser for each way out. A browser is launched when the first room
 * wants it, and anew when it is gone. Waits for browsers on a thread named {@code danmu-browser},
 * one after the other. Any thread.
 */
public final class PageDialler implements BrowserDialler {
  private static final long CLOSE_SECONDS = 20;

  private final BrowserOptions options;
  private final Consumer<Phrase> say;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "danmu-browser");
            made.setDaemon(true);
            return made;
          });

  /** On that thread only. */
  private final Map<Route, RoomBrowser> browsers = new HashMap<>();

  /**
   * Launches nothing yet, but ends what a killed process of ours left running.
   *
   * @param say is told in words what the user should know
   */
  public PageDialler(BrowserOptions options, Consumer<Phrase> say) {
    this.options = options;
    this.say = say;
    thread.execute(() -> Browser.sweep(options, say));
  }

  @Override
  public void dial(Dial.Browser dial, Route route, Loop loop, SocketListener listener) {
    RoomTab tab = new RoomTab(dial, loop, listener);
    try {
      thread.execute(() -> open(tab, route));
    } catch (RejectedExecutionException closed) {
      tab.end("the program ends");
    }
  }

  private void open(RoomTab tab, Route route) {
    try {
      browser(route).open(tab, route);
    } catch (CdpException e) {
      tab.end(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tab.end("the program ends");
    }
  }

  private RoomBrowser browser(Route route) throws CdpException, InterruptedException {
    RoomBrowser known = browsers.get(route);
    if (known != null && !known.isGone()) {
      return known;
    }
    if (known != null) {
      known.close();
    }
    checkAttached(route);
    RoomBrowser fresh = new RoomBrowser(Browser.start(options.by(route.proxy()), say));
    browsers.put(route, fresh);
    return fresh;
  }

  private void checkAttached(Route route) throws CdpException {
    if (options.attach() != null && route.proxy() != null) {
      throw new CdpException(Phrase.of("browser.own_way"));
    }
  }

  @Override
  public void close() {
    thread.execute(() -> browsers.values().forEach(RoomBrowser::close));
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
