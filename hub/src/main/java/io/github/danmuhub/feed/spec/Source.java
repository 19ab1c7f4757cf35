package io.github.danmuhub.feed.spec;

import io.github.danmuhub.feed.message.Condition;
import io.github.danmuhub.feed.path.Template;
import io.github.danmuhub.feed.path.UrlTemplate;
import io.github.danmuhub.platform.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a site's messages come from. */
public sealed interface Source {

  /**
   * A WebSocket.
   *
   * @param deflate whether permessage-deflate is offered
   * @param first what is said first, in order
   * @param heartbeat null for none
   * @param replies what must be answered
   * @param accepted the message that lets us in; null where the socket itself does
   * @param quietMs without a frame for so long it is dead; 0 for the usual time
   */
  record Socket(
      UrlTemplate url,
      Map<String, Template> headers,
      boolean deflate,
      List<Said> first,
      @Nullable Heartbeat heartbeat,
      List<Reply> replies,
      @Nullable Condition accepted,
      long quietMs)
      implements Source {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    public Socket {
      headers = Map.copyOf(headers);
      first = List.copyOf(first);
      replies = List.copyOf(replies);
    }

    /** What the handshake shows. */
    public Headers headers(UnaryOperator<String> values) {
      Headers filled = Request.filled(headers, values);
      return deflate ? filled.with(EXTENSIONS, "permessage-deflate") : filled;
    }

    /** All that a client says. */
    public List<Said> said() {
      List<Said> all = new ArrayList<>(first);
      Optional.ofNullable(heartbeat).ifPresent(beat -> all.add(beat.said()));
      replies.forEach(reply -> all.add(reply.say()));
      return all;
    }
  }

  /**
   * Answers over HTTP, asked for again and again.
   *
   * @param start what the variables that it takes are at first
   */
  record Poll(Request request, long everyMs, Map<String, String> start) implements Source {
    public Poll {
      start = Map.copyOf(start);
    }
  }

  /**
   * What is said so often that the socket stays open.
   *
   * @param answer what comes back; null where nothing does, or a pong
   */
  record Heartbeat(long everyMs, Said said, @Nullable Said answer) {}

  /**
   * What must be answered.
   *
   * @param hear a frame; null where it is a message
   * @param when a message; its places are filled from it
   */
  record Reply(@Nullable Said hear, Condition when, Said say) {}
}
