package io.github.danmuhub.server.policy;

import io.github.danmuhub.config.LimitsConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts open connections, in all and by address. One too many is marked, so that it can be told
 * why; twice too many are closed without a word, and so is who does not come to the point. On the
 * loop only, except {@link #total}.
 */
public final class ConnectionLimit {
  private final int limit;
  private final int limitPerAddress;
  private final Map<String, Integer> open = new HashMap<>();
  private final Set<HttpConnection> over = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<HttpConnection, Long> silentSince = new IdentityHashMap<>();
  private final AtomicInteger total = new AtomicInteger();

  /** None is open yet. */
  public ConnectionLimit(LimitsConfig limits) {
    this.limit = limits.connections();
    this.limitPerAddress = limits.connectionsPerAddress();
  }

  /**
   * A new one.
   *
   * @param now milliseconds of any clock
   */
  public void opened(HttpConnection connection, long now) {
    String address = Address.of(connection.remoteAddress());
    int mine = open.merge(address, 1, Integer::sum);
    int all = total.incrementAndGet();
    silentSince.put(connection, now);
    onClose(connection, () -> closed(connection, address));
    if (all > 2L * limit || mine > 2L * limitPerAddress) {
      connection.close();
    } else if (all > limit || mine > limitPerAddress) {
      over.add(connection);
    }
  }

  /** Its first request is here, whole. */
  public void spoke(HttpConnection connection) {
    silentSince.remove(connection);
  }

  /** Whether it was one too many, and is to be told so. */
  public boolean isOver(HttpConnection connection) {
    return over.contains(connection);
  }

  /** Closes those that have asked for nothing since before {@code time}. */
  public void closeSilent(long time) {
    List<HttpConnection> silent =
        silentSince.entrySet().stream()
            .filter(each -> each.getValue() < time)
            .map(Map.Entry::getKey)
            .toList();
    silent.forEach(HttpConnection::close);
  }

  /** How many are open. Any thread. */
  public int total() {
    return total.get();
  }

  /** Vert.x forgets its handler where a connection becomes a WebSocket; the channel does not. */
  private static void onClose(HttpConnection connection, Runnable closed) {
    if (connection instanceof ConnectionBase netty) {
      netty.channelHandlerContext().channel().closeFuture().addListener(gone -> closed.run());
    } else {
      connection.closeHandler(gone -> closed.run());
    }
  }

  private void closed(HttpConnection connection, String address) {
    total.decrementAndGet();
    over.remove(connection);
    silentSince.remove(connection);
    open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }
}
