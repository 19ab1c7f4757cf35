package io.github.danmuhub.rpc.tab;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.config.RpcTabConfig;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.LoopTimers;
import io.github.danmuhub.rpc.client.RpcClient;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** One tab whose functions are called, opened as often as it goes. */
final class Tab {
  private final RpcTabConfig config;
  private final boolean attached;
  private final TabTools tools;
  private volatile boolean open;

  /**
   * @param attached whether it is looked for among the user's tabs, instead of opened
   */
  Tab(RpcTabConfig config, boolean attached, TabTools tools) {
    this.config = config;
    this.attached = attached;
    this.tools = tools;
  }

  RpcTabConfig config() {
    return config;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Opens it, or finds it, and lets it be called; {@code lost} hears when it has gone. Where it
   * fails, nothing of it stays in the browser.
   */
  CompletionStage<Void> open(Browser browser, TabScript script, Runnable lost) {
    CompletionStage<Page> found = attached ? browser.findPage(config.url()) : browser.newPage();
    return found.thenCompose(
        page ->
            begin(page, script, lost)
                .exceptionallyCompose(
                    failure -> {
                      var unused = attached ? page.leave() : page.close();
                      return CompletableFuture.failedStage(failure);
                    }));
  }

  private CompletionStage<Void> begin(Page page, TabScript script, Runnable lost) {
    RpcClient client = client(page);
    TabEar ear = new TabEar(client, tools);
    return page.bind("danmuRpcTell", ear::hear)
        .thenCompose(bound -> script.check(page))
        .thenCompose(good -> page.runAtStart(script.text()))
        .thenCompose(
            ready ->
                attached
                    ? page.evaluate(script.text() + "\n;0").thenAccept(done -> {})
                    : page.navigate(URI.create(config.url())))
        .thenRun(() -> began(client, page, lost));
  }

  private void began(RpcClient client, Page page, Runnable lost) {
    open = true;
    tools.run(() -> tools.clients().add(client));
    var unused = page.gone().thenAccept(why -> gone(client, page, why.toString(), lost));
  }

  private RpcClient client(Page page) {
    AtomicReference<RpcClient> made = new AtomicReference<>();
    TabWire wire =
        new TabWire(
            page,
            tools.limits().messageBytes(),
            (number, answer) ->
                tools.run(() -> requireNonNull(made.get()).calls().answer(number, answer)));
    RpcClient client =
        new RpcClient(
            new ClientName(config.group(), config.id()),
            config.url(),
            tools.limits().callsPerPage(),
            wire,
            new LoopTimers(tools.lobby().vertx()),
            tools.tallies());
    made.set(client);
    return client;
  }

  /** One of ours that has crashed is still there, and useless. */
  private void gone(RpcClient client, Page page, String why, Runnable lost) {
    open = false;
    if (!attached) {
      var unused = page.close();
    }
    tools.run(() -> tools.clients().gone(client, why));
    lost.run();
  }
}
