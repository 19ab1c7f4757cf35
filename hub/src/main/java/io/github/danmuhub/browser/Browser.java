package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A browser that we talk to, on an event loop of its own. One that was launched ends with it; of
 * the user's own only the tabs are touched that were asked for. Any thread.
 */
public final class Browser implements AutoCloseable {
  private static final long CONNECT_SECONDS = 60;
  private static final long CLOSE_SECONDS = 3;

  private final Transport transport;
  private final CdpLink link;
  private final Targets targets;
  private final @Nullable Chromium launched;

  private Browser(Transport transport, CdpLink link, @Nullable Chromium launched) {
    this.transport = transport;
    this.link = link;
    this.launched = launched;
    this.targets = new Targets(link);
  }

  /** Ends what a killed process of ours left running; blocks for a moment. */
  public static void sweep(BrowserOptions options, Consumer<Phrase> say) {
    new Profiles(options.profiles()).sweep(say);
  }

  /**
   * Launches a browser, or attaches to one; blocks for seconds.
   *
   * @param say is told in words what the user should know: no sandbox, messages left out
   * @throws CdpException in words
   */
  public static Browser start(BrowserOptions options, Consumer<Phrase> say)
      throws CdpException, InterruptedException {
    sweep(options, say);
    Transport transport = Transport.createForLarge(1, CdpLink.MESSAGE);
    Chromium launched = null;
    try {
      Loop loop = transport.nextLoop();
      String attach = options.attach();
      launched = attach == null ? Chromium.launch(options, say) : null;
      URI address =
          launched == null
              ? DevToolsAddress.of(String.valueOf(attach), transport, loop)
              : launched.address();
      return connect(transport, loop, address, launched, say);
    } catch (CdpException | InterruptedException | RuntimeException e) {
      transport.close();
      if (launched != null) {
        launched.kill();
      }
      throw e;
    }
  }

  private static Browser connect(
      Transport transport,
      Loop loop,
      URI address,
      @Nullable Chromium launched,
      Consumer<Phrase> say)
      throws CdpException, InterruptedException {
    CompletableFuture<Browser> ready =
        CdpLink.open(transport, loop, address, say)
            .thenApply(link -> new Browser(transport, link, launched))
            .thenCompose(Browser::begin)
            .toCompletableFuture();
    try {
      return ready.get(CONNECT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CdpException(
          String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
    } catch (TimeoutException e) {
      throw new CdpException(Phrase.of("browser.lets_nobody_in", CONNECT_SECONDS));
    }
  }

  /** In a browser of ours everything is ours. */
  private CompletionStage<Browser> begin() {
    return launched == null
        ? CompletableFuture.completedStage(this)
        : targets.attachToAll().thenApply(unused -> this);
  }

  private void awaitEnd() {
    link.closed()
        .toCompletableFuture()
        .completeOnTimeout("", CLOSE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Whether it is ours, and all that is in it. */
  public boolean isLaunched() {
    return launched != null;
  }

  CdpLink link() {
    return link;
  }

  /** On the link's loop. */
  Targets targets() {
    return targets;
  }

  /**
   * Shows {@code hook} everything that is attached to from now on, and what stands in a tab that
   * was there before, as it is found.
   */
  public CompletionStage<Void> watch(TargetHook hook) {
    return CompletableFuture.runAsync(() -> targets.hook(hook), link.loop()::execute);
  }

  /** Where all is told. */
  public Loop loop() {
    return link.loop();
  }

  /** Opens an empty tab. */
  public CompletionStage<Page> newPage() {
    return link.call("", "Target.createTarget", Map.of("url", "about:blank"))
        .thenCompose(answer -> page(answer.path("targetId").asText()));
  }

  /**
   * The user's tab that is at an address, or below it. Tabs are asked for expressly: a browser that
   * was told to discover workers only lists nothing else.
   *
   * @return fails with a {@link CdpException} in words where there is none
   */
  public CompletionStage<Page> findPage(String url) {
    return link.call("", "Target.getTargets", Map.of("filter", List.of(Map.of("type", "page"))))
        .thenCompose(
            answer -> {
              String id = idOf(answer.path("targetInfos"), url);
              return id.isEmpty()
                  ? CompletableFuture.failedStage(
                      new CdpException(Phrase.of("browser.no_tab", url)))
                  : page(id);
            });
  }

  /** The tab that is just there, else the first one below. */
  private static String idOf(JsonNode targets, String url) {
    String below = "";
    for (JsonNode each : targets) {
      String at = each.path("type").asText().equals("page") ? each.path("url").asText() : "";
      if (at.equals(url)) {
        return each.path("targetId").asText();
      }
      below = below.isEmpty() && at.startsWith(url) ? each.path("targetId").asText() : below;
    }
    return below;
  }

  private CompletionStage<Page> page(String id) {
    if (!isLaunched() && !targets.knows(id)) {
      targets.attach(id);
    }
    return targets.await(id).thenApply(this::adopted);
  }

  /** In a browser of ours all workers are attached to anyway. */
  private Page adopted(Target target) {
    if (!isLaunched()) {
      new OriginWorkers(link, targets, target).begin();
    }
    return new Page(target);
  }

  /** Completes when the browser is gone, in words. */
  public CompletionStage<String> gone() {
    return link.closed();
  }

  /** Lets go of the user's browser; ends one that was launched. Blocks for seconds. */
  @Override
  public void close() {
    if (launched != null) {
      var unused = link.call("", "Browser.close", Map.of());
      launched.close();
    } else {
      link.close();
      awaitEnd();
    }
    transport.close();
  }
}
