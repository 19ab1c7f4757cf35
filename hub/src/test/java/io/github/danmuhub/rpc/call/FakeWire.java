package io.github.danmuhub.rpc.call;

import java.util.ArrayList;
import java.util.List;

/** A page as a test sees it: what it was sent, and whether it takes more. */
public final class FakeWire implements Wire {
  public final List<String> said = new ArrayList<>();
  public boolean full;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public boolean isFull() {
    return full;
  }

  @Override
  public void call(int number, Order order) {
    said.add("call " + number + " " + order.action());
  }

  @Override
  public void cancel(int number) {
    said.add("cancel " + number);
  }

  @Override
  public void close(Parting why) {
    said.add("close " + why);
  }
}
