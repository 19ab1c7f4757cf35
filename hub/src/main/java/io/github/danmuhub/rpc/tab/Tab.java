package io.github.danmuhub.rpc.tab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.config.RpcTabConfig;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.call.Tallies.Of;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.LoopTimers;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.page.Emits;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** One tab whose functions are called, opened as often as it goes. */
final class Tab {
  private static final int ACTIONS = 1_024;

  private final RpcTabConfig config;
  private final String script;
  private final boolean attached;
  private final TabTools tools;
  private volatile boolean open;

  /**
   * @param script what is run in each of its documents
   * @param attached whether it is looked for among the user's tabs, instead of opened
   */
  Tab(RpcTabConfig config, String script, boolean attached, TabTools tools) {
    this.config = config;
    this.script = script;
    this.attached = attached;
    this.tools = tools;
  }

  boolean isOpen() {
    return open;
  }

  /** Opens it, or finds it, and lets it be called; {@code lost} hears when it has gone. */
  CompletionStage<Void> open(Browser browser, Runnable lost) {
    CompletionStage<Page> found = attached ? browser.findPage(config.url()) : browser.newPage();
    return found.thenCompose(page -> begin(page, lost));
  }

  private CompletionStage<Void> begin(Page page, Runnable lost) {
    RpcClient client = client(page);
    Emits.Mouth mouth = tools.emits().open();
    return page.bind("danmuRpcTell", text -> tools.run(() -> heard(client, mouth, text)))
        .thenCompose(bound -> page.runAtStart(script))
        .thenCompose(
            ready ->
                attached
                    ? page.evaluate(script + "\n;0").thenAccept(done -> {})
                    : page.navigate(URI.create(config.url())))
        .thenRun(
            () -> {
              open = true;
              tools.run(() -> tools.clients().add(client));
              var unused = page.gone().thenAccept(why -> gone(client, why.toString(), lost));
            });
  }

  private RpcClient client(Page page) {
    RpcClient[] made = new RpcClient[1];
    TabWire wire =
        new TabWire(
            page, (number, answer) -> tools.run(() -> made[0].calls().answer(number, answer)));
    made[0] =
        new RpcClient(
            new ClientName(config.group(), config.id()),
            config.url(),
            tools.limits().callsPerPage(),
            wire,
            new LoopTimers(tools.lobby().vertx()),
            tools.tallies());
    return made[0];
  }

  private void gone(RpcClient client, String why, Runnable lost) {
    open = false;
    tools.run(() -> tools.clients().gone(client, why));
    lost.run();
  }

  /** On the doors' loop. */
  private void heard(RpcClient client, Emits.Mouth mouth, String text) {
    try {
      JsonNode message = CallJson.read(text);
      if (message.has("actions")) {
        offer(client, message.path("actions"));
      } else if (message.has("topic")) {
        mouth.say(message.path("topic").asText(), message.path("value"), refused -> {});
      } else {
        client.calls().part(message.path("call").asInt(), message.path("value"));
      }
    } catch (JsonProcessingException e) {
      tools.tallies().count(Of.BROKEN);
    }
  }

  private void offer(RpcClient client, JsonNode names) {
    Set<String> actions = new LinkedHashSet<>();
    names.forEach(each -> actions.add(each.asText()));
    actions.removeIf(name -> !ClientName.isName(name));
    if (actions.size() > ACTIONS) {
      tools.tallies().count(Of.BROKEN);
    } else {
      client.offer(actions);
    }
  }
}
