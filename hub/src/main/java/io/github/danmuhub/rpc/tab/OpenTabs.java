package io.github.danmuhub.rpc.tab;

import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tabs of one browser, and that browser. One thread at a time; blocks. */
final class OpenTabs implements AutoCloseable {
  private static final long OPENING_SECONDS = 60;

  private final List<Tab> tabs;
  private final BrowserOptions options;
  private final int mostBytes;
  private final Consumer<Phrase> say;
  private final Runnable lost;
  private volatile @Nullable Browser browser;

  /**
   * @param mostBytes of what a page may say at once
   * @param lost hears, on a loop, of each tab that goes
   */
  OpenTabs(
      List<Tab> tabs, BrowserOptions options, int mostBytes, Consumer<Phrase> say, Runnable lost) {
    this.tabs = List.copyOf(tabs);
    this.options = options;
    this.mostBytes = mostBytes;
    this.say = say;
    this.lost = lost;
  }

  /**
   * Opens whatever is not open.
   *
   * @throws CdpException in words, of the first that cannot be opened; the others are open
   */
  void open() throws CdpException, InterruptedException {
    Browser there = living();
    CdpException first = null;
    for (Tab tab : tabs) {
      try {
        if (!tab.isOpen()) {
          open(tab, there);
        }
      } catch (CdpException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private Browser living() throws CdpException, InterruptedException {
    Browser there = browser;
    if (there != null && !there.gone().toCompletableFuture().isDone()) {
      return there;
    }
    close();
    Browser begun = Browser.start(options, say);
    browser = begun;
    return begun;
  }

  private void open(Tab tab, Browser there) throws CdpException, InterruptedException {
    TabScript script = TabScript.read(tab.config().script(), mostBytes);
    try {
      tab.open(there, script, lost).toCompletableFuture().get(OPENING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new CdpException(
          cause instanceof Told ours ? ours.told() : Phrase.said(cause.getMessage()));
    } catch (TimeoutException e) {
      throw new CdpException(Phrase.of("rpc.tab.slow", OPENING_SECONDS));
    }
  }

  /** Ends the browser, or leaves the user's. */
  @Override
  public void close() {
    Browser there = browser;
    if (there != null) {
      there.close();
    }
    browser = null;
  }
}
