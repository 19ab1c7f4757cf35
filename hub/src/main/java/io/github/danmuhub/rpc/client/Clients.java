package io.github.danmuhub.rpc.client;

import io.github.danmuhub.rpc.call.Parting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The pages that can be called, at most {@value #MOST}. A page that comes with a name that is taken
 * takes the place of the other at once; what that one says or does afterwards touches nobody. On
 * the loop only.
 */
public final class Clients {
  /** At once. */
  public static final int MOST = 1_024;

  private final Map<String, Map<String, RpcClient>> groups = new TreeMap<>();
  private final AtomicInteger size = new AtomicInteger();

  /** Whether one of this name may come. */
  public boolean hasRoomFor(ClientName name) {
    return size.get() < MOST || find(name).isPresent();
  }

  /** It can be called from now on. */
  public void add(RpcClient client) {
    ClientName name = client.name();
    RpcClient before =
        groups.computeIfAbsent(name.group(), key -> new LinkedHashMap<>()).put(name.id(), client);
    if (before == null) {
      size.incrementAndGet();
    } else {
      before.part(Parting.REPLACED);
    }
  }

  /**
   * Its connection has ended: what waits for it is answered, and its place is free if it has it.
   */
  public void gone(RpcClient client, String why) {
    remove(client);
    client.calls().close(why);
  }

  /** A person ends it. */
  public void kick(RpcClient client) {
    remove(client);
    client.part(Parting.KICKED);
  }

  private void remove(RpcClient client) {
    Map<String, RpcClient> group = groups.get(client.name().group());
    if (group != null && group.remove(client.name().id(), client)) {
      size.decrementAndGet();
      if (group.isEmpty()) {
        groups.remove(client.name().group());
      }
    }
  }

  /** The one of this name. */
  public Optional<RpcClient> find(ClientName name) {
    return Optional.ofNullable(groups.getOrDefault(name.group(), Map.of()).get(name.id()));
  }

  /** Those of a group, as they came; empty where there is none. */
  public List<RpcClient> of(String group) {
    return List.copyOf(groups.getOrDefault(group, Map.of()).values());
  }

  /** The names of the groups, in alphabetical order. */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /** All, by group. */
  public List<RpcClient> all() {
    List<RpcClient> all = new ArrayList<>();
    for (Map<String, RpcClient> group : groups.values()) {
      all.addAll(group.values());
    }
    return all;
  }

  /** How many there are. Any thread. */
  public int size() {
    return size.get();
  }
}
