package io.github.danmuhub.rpc.tab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.call.Tallies.Of;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.page.Emits;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a tab says by itself. A browser cannot be told to wait: at most {@value #WAITING} characters
 * wait for the loop of the doors, and what comes above that is dropped, counted.
 */
final class TabEar {
  private static final int ACTIONS = 1_024;
  private static final int WAITING = 16 << 20;

  private final RpcClient client;
  private final TabTools tools;
  private final Emits.Mouth mouth;
  private final AtomicInteger waiting = new AtomicInteger();

  TabEar(RpcClient client, TabTools tools) {
    this.client = client;
    this.tools = tools;
    this.mouth = tools.emits().open();
  }

  /** One message. On the link's loop. */
  void hear(String text) {
    int length = text.length();
    if (length > tools.limits().messageBytes()) {
      tools.tallies().count(Of.BROKEN);
    } else if (waiting.addAndGet(length) > WAITING) {
      waiting.addAndGet(-length);
      tools.tallies().count(Of.TOO_FAST);
    } else {
      tools.run(
          () -> {
            waiting.addAndGet(-length);
            heard(text);
          });
    }
  }

  /** On the doors' loop. */
  private void heard(String text) {
    try {
      JsonNode message = CallJson.read(text);
      if (message.has("actions")) {
        offer(message.path("actions"));
      } else if (message.has("topic")) {
        mouth.say(message.path("topic").asText(), message.path("value"), refused -> {});
      } else {
        client.calls().part(message.path("call").asInt(), message.path("value"));
      }
    } catch (JsonProcessingException e) {
      tools.tallies().count(Of.BROKEN);
    }
  }

  private void offer(JsonNode names) {
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
