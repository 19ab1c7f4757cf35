package io.github.danmuhub.rpc.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;

/** A caller that writes down what it hears. */
public final class Heard implements Caller {
  public final List<Answer> answers = new ArrayList<>();
  public final List<JsonNode> parts = new ArrayList<>();
  private final boolean takesParts;

  public Heard(boolean takesParts) {
    this.takesParts = takesParts;
  }

  public static Answer value(int value) {
    return new Answer.Value(IntNode.valueOf(value));
  }

  /** An order that it waits for. */
  public Order order(String action) {
    return new Order(action, Argument.NONE, 1_000, this);
  }

  @Override
  public void answered(String client, Answer answer) {
    answers.add(answer);
  }

  @Override
  public boolean takes(JsonNode part) {
    return takesParts && parts.add(part);
  }
}
