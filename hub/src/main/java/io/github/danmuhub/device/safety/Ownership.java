package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Order.Addressed;
import io.github.danmuhub.device.protocol.Report.Tick;

/**
 * Who may move the toy. The first to arm owns it, until it lets go, is silent for too long, or the
 * toy stops. Each end draws a nonce: all that was said before it is void. One thread.
 */
final class Ownership {
  private static final int MULTIPLIER = 1_664_525;
  private static final int INCREMENT = 1_013_904_223;

  private final ToyLimits limits;
  private int nonce;
  private String hub = Tick.NOBODY;
  private long seq;
  private long heardAt;
  private long freshUntil;

  Ownership(ToyLimits limits) {
    this.limits = limits;
  }

  /** A boot, or a connection: {@code entropy} is anything that is never the same twice. */
  void begin(int entropy) {
    nonce ^= entropy;
    end();
  }

  void end() {
    nonce = nonce * MULTIPLIER + INCREMENT;
    hub = Tick.NOBODY;
    freshUntil = 0;
  }

  void settle(long now) {
    if (isOwned() && now - heardAt >= limits.times().silent()) {
      end();
    }
  }

  /** Why this order counts for nothing, in a word; empty: it counts. */
  String refusal(Addressed order, long now) {
    if (!order.nonce().equals(nonce())) {
      return "nonce";
    }
    if (isOwned() && !order.hub().equals(hub)) {
      return "held";
    }
    if (isOwned() && order.seq() <= seq) {
      return "seq";
    }
    long age = now - order.tick();
    return age < 0 || age > limits.times().ttl() ? "stale" : "";
  }

  /** The owner was heard, or becomes it. */
  void heard(Addressed order, long now) {
    hub = order.hub();
    seq = order.seq();
    heardAt = now;
    freshUntil = Math.max(freshUntil, order.tick() + limits.times().silent());
  }

  /** Whether the owner has lately shown that it hears the toy. */
  boolean isFresh(long now) {
    return isOwned() && now < freshUntil;
  }

  boolean isOwned() {
    return !hub.equals(Tick.NOBODY);
  }

  String hub() {
    return hub;
  }

  /** The owner's name, for people. */
  String name() {
    return hub.replaceFirst("/.*", "");
  }

  String nonce() {
    return "%08x".formatted(nonce);
  }
}
