package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.script.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A platform's other side: its lookups, its admission and its encoder. Strict: it refuses what the
 * real one refuses. Rooms, time, programme, replay, faults and cookies are the kit's. One thread.
 *
 * @param <M> a message of the platform's: its bytes, or a name with bytes
 */
public interface SimulatedPlatform<M> {
  /** The real host names it answers for; {@code *.} at the start stands for any label. */
  List<String> hosts();

  /** Whether it answers for the path when a request names the simulator's own address. */
  boolean serves(String path);

  /** How its byte streams are cut; empty where the platform has none. */
  default Optional<Framing> framing() {
    return Optional.empty();
  }

  /** Whether a WebSocket that offers permessage-deflate is answered with it. */
  default boolean deflates() {
    return false;
  }

  /** What the programme speaks: gifts with prices and currency, tiers, badges, ids. */
  Vocabulary vocabulary();

  /** An event as the platform tells it, in order; empty where it has no such thing. */
  List<M> encode(LiveEvent event);

  /** The messages of a captured frame, for a replay. */
  List<M> messages(RecordedFrame frame);

  /** The messages of a captured answer, likewise; none where the platform is not polled. */
  default List<M> messages(RecordedAnswer answer) {
    return List.of();
  }

  /** The message as it comes in a later round of a looped replay: the same, with fresh ids. */
  M renewed(M message, long round);

  /**
   * Answers a request; may answer later: long polls.
   *
   * @param rooms what they play, for a platform whose clients ask for it
   */
  void onHttp(HttpCall call, Programmes<M> rooms, Consumer<HttpReply> answer);

  /**
   * A client opens a socket.
   *
   * @param handshake the opening request; null for a byte stream
   * @throws RefusedException with the HTTP answer that it gets instead
   */
  SimulatedPeer<M> accept(@Nullable HttpCall handshake, PeerContext peer) throws RefusedException;
}
