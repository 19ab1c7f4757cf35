package io.github.danmuhub.rpc.sekiro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.call.Parting;
import io.github.danmuhub.rpc.call.Wire;
import io.github.danmuhub.server.door.DoorSocket;

/** What the hub says to a page of sekiro's. */
record SekiroWire(DoorSocket socket, String group) implements Wire {
  static final String NUMBER = "__sekiro_seq__";

  @Override
  public String name() {
    return "sekiro";
  }

  @Override
  public boolean isFull() {
    return socket.isFull();
  }

  /** A function takes the parameters themselves; what is no object is called {@code data}. */
  @Override
  public void call(int number, Order order) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    JsonNode argument = order.argument().json();
    if (argument.isObject()) {
      call.setAll((ObjectNode) argument);
    } else if (!argument.isNull()) {
      call.set("data", argument);
    }
    call.put("group", group).put("action", order.action()).put(NUMBER, number);
    socket.write(call.toString());
  }

  /** It knows no such word. */
  @Override
  public void cancel(int number) {}

  @Override
  public void close(Parting why) {
    socket.close(why.code(), why.words());
  }
}
