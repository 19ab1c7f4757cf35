package io.github.danmuhub.rpc.tab;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.config.RpcTabConfig;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tabs whose functions are called, as a part of the hub. What is not there yet, or goes, a tab or
 * the whole browser, is opened on a thread of its own, every {@value #AGAIN_SECONDS} s until it is
 * there.
 */
public final class TabsPart implements Part {
  private static final long AGAIN_SECONDS = 2;

  private final OpenTabs tabs;
  private final LinkedBlockingQueue<Boolean> losses = new LinkedBlockingQueue<>(1);
  private @Nullable Thread keeper;

  /**
   * @param say takes one line for a person
   */
  public TabsPart(
      List<RpcTabConfig> configs, BrowserOptions options, TabTools tools, Consumer<Phrase> say) {
    boolean attached = options.attach() != null;
    List<Tab> all = configs.stream().map(each -> new Tab(each, attached, tools)).toList();
    int most = tools.limits().messageBytes();
    tabs = new OpenTabs(all, options, most, say, () -> losses.offer(true));
  }

  @Override
  public String name() {
    return "rpc-tabs";
  }

  /** Blocks for the first attempt. */
  @Override
  public void start(PartStatus status) {
    try {
      boolean open = areOpen(status);
      Thread thread = new Thread(() -> keep(status, open), "danmu-rpc-tabs");
      thread.setDaemon(true);
      thread.start();
      keeper = thread;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hub ends
    }
  }

  private boolean areOpen(PartStatus status) throws InterruptedException {
    try {
      tabs.open();
      return true;
    } catch (CdpException e) {
      status.failing(Phrase.of("output.again", e.told(), AGAIN_SECONDS));
      return false;
    }
  }

  private void keep(PartStatus status, boolean openAtFirst) {
    boolean open = openAtFirst;
    try {
      while (true) {
        if (open) {
          var unused = losses.take();
          status.failing(Phrase.of("rpc.tab.gone"));
        }
        TimeUnit.SECONDS.sleep(AGAIN_SECONDS);
        losses.clear();
        open = areOpen(status);
        if (open) {
          status.working(Phrase.of("rpc.tab.open"));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hub ends
    }
  }

  @Override
  public void close() {
    Thread thread = keeper;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(TimeUnit.SECONDS.toMillis(AGAIN_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    tabs.close();
  }
}
