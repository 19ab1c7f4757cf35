package io.github.danmuhub.rpc.tab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.config.RpcTabConfig;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tabs whose functions are called, as a part of the hub. What goes, a tab or the whole browser, is
 * opened again, on a thread of its own, every {@value #AGAIN_SECONDS} s until it is there.
 */
public final class TabsPart implements Part {
  private static final long AGAIN_SECONDS = 2;
  private static final long OPENING_SECONDS = 60;

  private final List<RpcTabConfig> configs;
  private final BrowserOptions options;
  private final TabTools tools;
  private final Consumer<Phrase> say;
  private final List<Tab> tabs = new ArrayList<>();
  private final LinkedBlockingQueue<Boolean> losses = new LinkedBlockingQueue<>(1);
  private @Nullable Browser browser;
  private @Nullable Thread keeper;

  /**
   * @param say takes one line for a person
   */
  public TabsPart(
      List<RpcTabConfig> configs, BrowserOptions options, TabTools tools, Consumer<Phrase> say) {
    this.configs = List.copyOf(configs);
    this.options = options;
    this.tools = tools;
    this.say = say;
  }

  @Override
  public String name() {
    return "rpc-tabs";
  }

  @Override
  public void start(PartStatus status) throws IOException {
    String ours = ours();
    for (RpcTabConfig each : configs) {
      String script = ours + Files.readString(Path.of(each.script()));
      tabs.add(new Tab(each, script, options.attach() != null, tools));
    }
    try {
      open();
    } catch (CdpException e) {
      close();
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Thread thread = new Thread(() -> keep(status), "danmu-rpc-tabs");
    thread.setDaemon(true);
    thread.start();
    keeper = thread;
  }

  private static String ours() throws IOException {
    try (InputStream in = requireNonNull(TabsPart.class.getResourceAsStream("tab.js"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Opens whatever is not open. */
  private void open() throws CdpException, InterruptedException {
    Browser there = browser;
    if (there == null || there.gone().toCompletableFuture().isDone()) {
      close(there);
      browser = null;
      there = Browser.start(options, say);
      browser = there;
    }
    for (Tab tab : tabs) {
      if (!tab.isOpen()) {
        await(tab, there);
      }
    }
  }

  private void await(Tab tab, Browser there) throws CdpException, InterruptedException {
    try {
      tab.open(there, () -> losses.offer(true))
          .toCompletableFuture()
          .get(OPENING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CdpException(Phrase.said(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
    } catch (TimeoutException e) {
      throw new CdpException(Phrase.of("rpc.tab.slow", OPENING_SECONDS));
    }
  }

  private void keep(PartStatus status) {
    try {
      while (true) {
        var unused = losses.take();
        status.failing(Phrase.of("rpc.tab.gone"));
        boolean opened = false;
        while (!opened) {
          TimeUnit.SECONDS.sleep(AGAIN_SECONDS);
          opened = openAgain(status);
        }
        status.working(Phrase.of("rpc.tab.open"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hub ends
    }
  }

  private boolean openAgain(PartStatus status) throws InterruptedException {
    try {
      open();
      return true;
    } catch (CdpException e) {
      status.failing(Phrase.of("output.again", e.told(), AGAIN_SECONDS));
      return false;
    }
  }

  private static void close(@Nullable Browser there) {
    if (there != null) {
      there.close();
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
    close(browser);
  }
}
