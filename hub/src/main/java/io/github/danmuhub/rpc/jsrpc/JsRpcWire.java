package io.github.danmuhub.rpc.jsrpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.call.Parting;
import io.github.danmuhub.rpc.call.Wire;
import io.github.danmuhub.server.door.DoorSocket;

/** What the hub says to a page of JsRpc's. */
record JsRpcWire(DoorSocket socket) implements Wire {
  @Override
  public String name() {
    return "jsrpc";
  }

  @Override
  public boolean isFull() {
    return socket.isFull();
  }

  @Override
  public void call(int number, Order order) {
    socket.write(
        JsonNodeFactory.instance
            .objectNode()
            .put("action", order.action())
            .put("message_id", Integer.toString(number))
            .put("param", order.argument().asText())
            .toString());
  }

  /** It knows no such word. */
  @Override
  public void cancel(int number) {}

  @Override
  public void close(Parting why) {
    socket.close(why.code(), why.words());
  }
}
