package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.RawUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened on a socket, or one answer over HTTP. */
public sealed interface CaptureEntry {

  /** Epoch milliseconds; 0 where the capture has no times. */
  long time();

  /**
   * A socket was opened, or polling in its place.
   *
   * @param connection tells the sockets of a capture apart
   * @param url empty where there is no socket
   * @param platform the platform's id; null where it is not known
   * @param room the room of that platform; null where it is not known
   * @param madeAt where in a page's scripts it was made, the innermost place first; empty where it
   *     is not known
   * @param handshake null where it is not known
   */
  record Open(
      int connection,
      long time,
      String url,
      @Nullable String platform,
      @Nullable String room,
      List<Place> madeAt,
      @Nullable Handshake handshake)
      implements CaptureEntry {

    public Open {
      madeAt = List.copyOf(madeAt);
    }

    /** One of which no more is known. */
    public Open(
        int connection, long time, String url, @Nullable String platform, @Nullable String room) {
      this(connection, time, url, platform, room, List.of(), null);
    }
  }

  /** What holds a platform's words: a frame, or an answer over HTTP. */
  sealed interface Traffic extends CaptureEntry permits Message, Http {
    /** Of which socket, or of whose polls. */
    int connection();

    Direction direction();

    /** All of the frame, or the answer's body. */
    Raw bytes();
  }

  /** A whole frame. */
  record Message(int connection, long time, Direction direction, FrameKind kind, Raw bytes)
      implements Traffic {

    /** The same frame, gone the other way. */
    public Message withDirection(Direction other) {
      return new Message(connection, time, other, kind, bytes);
    }
  }

  /**
   * An answer over HTTP: to a poll, or to whatever else was asked.
   *
   * @param connection whose polls they are: an {@link Open} may name the room; 0 where that is not
   *     known
   */
  record Http(int connection, long time, String url, int status, Raw body) implements Traffic {
    private static final int OK = 200;

    @Override
    public Direction direction() {
      return Direction.RECEIVED;
    }

    @Override
    public Raw bytes() {
      return body;
    }

    /** Whether the answer says something. */
    public boolean isGood() {
      return status == OK && body.size() > 0;
    }

    /** What was asked, as a session asks. */
    public HttpCall call() {
      return HttpCall.get(asked(), Headers.NONE);
    }

    /** What came back, as a session hears it. */
    public HttpReply reply() {
      return new HttpReply(status, Headers.NONE, body);
    }

    /** What was asked; an empty URI where the capture's is none. */
    public URI asked() {
      try {
        return new URI(RawUri.encoded(url.getBytes(UTF_8)));
      } catch (URISyntaxException e) {
        return URI.create("");
      }
    }
  }

  /** A socket was closed. */
  record Close(int connection, long time, int code, String reason) implements CaptureEntry {}

  /** Which way a frame went. */
  enum Direction {
    RECEIVED,
    SENT
  }
}
