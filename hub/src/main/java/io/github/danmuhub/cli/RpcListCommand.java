package io.github.danmuhub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code danmu rpc list}. */
@Command(
    name = "list",
    description = "The pages that can be called: group, id, way, calls that wait, actions.",
    footer = {"", "Example: danmu rpc list"})
final class RpcListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HubAddress hub = new HubAddress();

  RpcListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    HttpResponse<InputStream> answer =
        hub.send("GET", "/rpc/clients", Map.of(), BodyPublishers.noBody());
    HubAddress.check(answer);
    JsonNode clients = HubAddress.json(answer).path("clients");
    clients.forEach(client -> console.out().println(line(client)));
    console.out().flush();
    if (clients.isEmpty()) {
      console.say(Phrase.of("rpc.none"));
    }
    return 0;
  }

  private static String line(JsonNode client) {
    List<String> actions = new ArrayList<>();
    client.path("actions").forEach(action -> actions.add(action.asText()));
    return Printable.line(
        String.join(
            "  ",
            client.path("group").asText(),
            client.path("id").asText(),
            client.path("way").asText(),
            client.path("waiting").asText(),
            String.join(",", actions)));
  }
}
