package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The platform's other side: pages, lookups, tokens, cookies and the rooms it hosts. Strict: it
 * refuses what the real one refuses. Pure like a session; one thread.
 */
public interface SimulatedSite {
  /** The real host names it answers for; {@code *.} at the start stands for any label. */
  List<String> hosts();

  /** The paths it answers for when a request names the simulator's own address. */
  boolean serves(String path);

  /** How its byte streams are cut; empty where the platform has none. */
  default Optional<Framing> framing() {
    return Optional.empty();
  }

  /** Where the simulator listens, once it does. {@code tcpPort} is 0 without {@link #framing}. */
  default void onListening(int httpPort, int tcpPort) {}

  /** Answers a request; may answer later: long polls. */
  void onHttp(HttpCall call, long now, Consumer<HttpReply> answer);

  /**
   * A client opens a socket.
   *
   * @param handshake the opening request; null for a byte stream
   */
  SimulatedPeer accept(@Nullable HttpCall handshake, long now, PeerOut out) throws RefusedException;

  /** What it tolerated but the real one might not, and what it served: name → count. */
  SortedMap<String, Long> tallies();
}
