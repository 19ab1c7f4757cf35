package io.github.danmuhub.rpc.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.danmuhub.rpc.call.Wire;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.server.door.DoorSocket;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** How the pages of another hub speak; each is one socket, whose address says who it is. */
public interface Dialect {
  /** Who it is; null, and the request answered, where it does not say. */
  @Nullable ClientName name(RoutingContext context);

  /** Answers a page that does not come in. */
  void refuse(RoutingContext context, int status, String words);

  /** How it is spoken to. */
  Wire wire(DoorSocket socket, ClientName name);

  /** What it is told first; null: nothing. */
  @Nullable String greeting(ClientName name);

  /**
   * What it says.
   *
   * @return whether it is a message
   * @throws JsonProcessingException where it is not even JSON
   */
  boolean hear(RpcClient page, String text) throws JsonProcessingException;
}
