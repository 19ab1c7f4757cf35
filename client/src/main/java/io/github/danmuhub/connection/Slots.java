package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many rooms are open at a time, by one address and with one account: as many as the platform's
 * {@link Limits} allow; one more waits until another is closed. {@link Courtesy} guards it.
 */
final class Slots {
  private Limits limits;
  private final Set<Object> taken = new HashSet<>();
  private final Map<String, Integer> byAccount = new HashMap<>();

  Slots(Limits limits) {
    this.limits = limits;
  }

  void limit(Limits other) {
    limits = other;
  }

  /** Takes one, unless the room has one; why that cannot be, null where it can. */
  @Nullable Setback take(Object room, String account) {
    if (taken.contains(room)) {
      return null;
    }
    if (isFull(limits.roomsAnAddress(), taken.size())) {
      return full("this address", limits.roomsAnAddress(), "rooms-per-address", Scope.ADDRESS);
    }
    if (!account.isEmpty() && isFull(limits.roomsAnAccount(), of(account))) {
      return full("this account", limits.roomsAnAccount(), "rooms-per-account", Scope.ACCOUNT);
    }
    taken.add(room);
    byAccount.merge(account, 1, Integer::sum);
    return null;
  }

  private int of(String account) {
    return byAccount.getOrDefault(account, 0);
  }

  private static boolean isFull(int most, int now) {
    return most > 0 && now >= most;
  }

  private static Setback full(String whose, int most, String setting, Scope scope) {
    String why =
        "%s may have %d of the platform's rooms open at a time, and has: close one, or set %s"
            .formatted(whose, most, setting);
    return new Setback(Verdict.RESOLVE, 0, why, 0, scope);
  }

  /** Frees the room's; whether it had one. */
  boolean free(Object room, String account) {
    boolean had = taken.remove(room);
    if (had) {
      byAccount.computeIfPresent(account, (unused, n) -> n == 1 ? null : n - 1);
    }
    return had;
  }

  boolean holds(String account) {
    return byAccount.containsKey(account);
  }
}
