package io.github.danmuhub.rpc.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import io.github.danmuhub.rpc.client.RpcClient;
import java.util.ArrayList;
import java.util.List;

/** Chooses among pages that can do what is wanted. Pure. */
final class Chooser {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Chooser() {}

  /**
   * One of those that have room.
   *
   * @param turn counts the calls of the group
   * @throws RefusedException where none has
   */
  static RpcClient choose(List<RpcClient> able, Choice choice, int turn) throws RefusedException {
    List<RpcClient> fit = choice.key() == null ? able : List.of(sticky(able, choice.key()));
    List<RpcClient> free = fit.stream().filter(each -> each.calls().hasRoom()).toList();
    if (free.isEmpty()) {
      throw new RefusedException(
          RefusedException.Why.FULL, "too many calls wait for this page; try again after 1 s");
    }
    int first = Math.floorMod(turn, free.size());
    return switch (choice.by()) {
      case TURNS -> free.get(first);
      case BUSY -> leastBusy(free, first);
    };
  }

  /** Of several, the first from {@code first} on. */
  private static RpcClient leastBusy(List<RpcClient> free, int first) {
    List<RpcClient> inTurn = new ArrayList<>(free.subList(first, free.size()));
    inTurn.addAll(free.subList(0, first));
    return inTurn.stream().min(comparingInt(each -> each.calls().size())).orElseThrow();
  }

  /** The highest of all: a page that comes or goes moves no key but its own. */
  private static RpcClient sticky(List<RpcClient> able, String key) {
    return able.stream()
        .max(comparingLong(each -> hash(key + '\n' + each.name().id())))
        .orElseThrow();
  }

  /** FNV-1a, then mixed as MurmurHash ends. */
  private static long hash(String text) {
    long hash = FNV_BASIS;
    for (byte each : text.getBytes(UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
