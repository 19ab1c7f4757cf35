package io.github.danmuhub.rpc.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Argument;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.call.Parting;
import io.github.danmuhub.rpc.call.Wire;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.Json;

/** What the hub says to a page. */
record PageWire(DoorSocket socket) implements Wire {
  void welcome(ClientName name, int mostBytes) {
    write(
        Json.message("welcome")
            .put("group", name.group())
            .put("id", name.id())
            .put("bytes", mostBytes));
  }

  void pong() {
    write(Json.message("pong"));
  }

  void error(String code, String why) {
    if (!socket.isFull()) {
      write(Json.message("error").put("code", code).put("why", why));
    }
  }

  @Override
  public String name() {
    return "page";
  }

  @Override
  public boolean isFull() {
    return socket.isFull();
  }

  @Override
  public void call(int number, Order order) {
    ObjectNode call =
        Json.message("call")
            .put("call", number)
            .put("action", order.action())
            .put("ms", order.timeoutMs());
    Argument argument = order.argument();
    if (argument.bytes() == null) {
      write(call.set("args", argument.json()));
    } else {
      socket.write(new BinaryMessage(call, argument.bytes()).encode());
    }
  }

  @Override
  public void cancel(int number) {
    write(Json.message("cancel").put("call", number));
  }

  @Override
  public void close(Parting why) {
    socket.close(why.code(), why.words());
  }

  private void write(ObjectNode message) {
    socket.write(message.toString());
  }
}
