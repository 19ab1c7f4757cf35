package io.github.danmuhub.cli;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code danmu rpc kick}. */
@Command(
    name = "kick",
    description = "Closes a page's connection; what waits for it is answered.",
    footer = {"", "Example: danmu rpc kick live tab-1"})
final class RpcKickCommand implements Callable<Integer> {
  @Mixin HubAddress hub = new HubAddress();

  @Parameters(index = "0", paramLabel = "GROUP", description = "The page's group.")
  String group = "";

  @Parameters(index = "1", paramLabel = "ID", description = "Its id.")
  String id = "";

  @Override
  public Integer call() throws Exception {
    String path = "/rpc/clients/" + HubAddress.escaped(group) + "/" + HubAddress.escaped(id);
    HttpResponse<InputStream> answer = hub.send("DELETE", path, Map.of(), BodyPublishers.noBody());
    HubAddress.check(answer);
    return 0;
  }
}
