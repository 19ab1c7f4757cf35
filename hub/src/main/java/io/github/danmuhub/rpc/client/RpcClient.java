package io.github.danmuhub.rpc.client;

import io.github.danmuhub.rpc.call.Call;
import io.github.danmuhub.rpc.call.Calls;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.call.Parting;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.call.Timers;
import io.github.danmuhub.rpc.call.Wire;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One page that can be called, as long as its one connection lasts. On the loop only. */
public final class RpcClient {
  private final ClientName name;
  private final String page;
  private final Wire wire;
  private final Calls calls;
  private @Nullable Set<String> actions;

  /**
   * @param page its address, as it says; empty where it does not
   * @param mostCalls that may wait at once
   */
  public RpcClient(
      ClientName name, String page, int mostCalls, Wire wire, Timers timers, Tallies tallies) {
    this.name = name;
    this.page = page;
    this.wire = wire;
    this.calls = new Calls(name.id(), mostCalls, wire, timers, tallies);
  }

  /** Its name. */
  public ClientName name() {
    return name;
  }

  /** Its address, as it says; may be empty. */
  public String page() {
    return page;
  }

  /** How it is spoken to. */
  public String way() {
    return wire.name();
  }

  /** What waits for its answers. */
  public Calls calls() {
    return calls;
  }

  /** From now on it can do these. */
  public void offer(Set<String> names) {
    actions = new TreeSet<>(names);
  }

  /** What it can do, in alphabetical order; empty where it never said. */
  public Optional<Set<String>> actions() {
    return Optional.ofNullable(actions);
  }

  /** Whether it can do this; a page that never said what it can is asked. */
  public boolean offers(String action) {
    return actions == null || actions.contains(action);
  }

  /** Calls it. */
  public Call call(Order order) {
    return calls.make(order);
  }

  /** The hub ends it. */
  void part(Parting why) {
    calls.close(why.words());
    wire.close(why);
  }
}
