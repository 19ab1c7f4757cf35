package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.http.UrlSecrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blanks out what is secret before it is written, by the {@link Redaction} of the connection's
 * platform. Where that is not known, anything in a sent frame may be secret, so all of it is
 * written as zeros. Not thread-safe.
 */
public final class EntryRedaction {
  private final Map<String, Redaction> byPlatform = new HashMap<>();
  private final Map<Integer, Redaction> byConnection = new HashMap<>();
  private final @Nullable Redaction otherwise;

  /** Of connections that say themselves whose they are. */
  public EntryRedaction(List<Platform> platforms) {
    this(platforms, null);
  }

  /**
   * @param otherwise the platform of connections that name none; null where it is not known
   */
  EntryRedaction(List<Platform> platforms, @Nullable String otherwise) {
    platforms.forEach(platform -> byPlatform.put(platform.id(), platform.redaction()));
    this.otherwise = byPlatform.get(otherwise);
  }

  /** The entry as it may be shown; entries come in their order. */
  public CaptureEntry apply(CaptureEntry entry) {
    if (entry instanceof Open open) {
      remember(open);
      String url = url(of(open.connection()), open.url());
      Handshake handshake = open.handshake();
      return new Open(
          open.connection(),
          open.time(),
          url,
          open.platform(),
          open.room(),
          open.madeAt().stream().map(EntryRedaction::masked).toList(),
          handshake == null ? null : handshake.masked());
    }
    if (entry instanceof Http http) {
      return http(http, of(http.connection()));
    }
    if (entry instanceof CaptureEntry.Close close) {
      byConnection.remove(close.connection());
      return close;
    }
    Message message = (Message) entry;
    return new Message(
        message.connection(),
        message.time(),
        message.direction(),
        message.kind(),
        bytes(message, of(message.connection())));
  }

  private static Place masked(Place place) {
    return new Place(
        UrlSecrets.masked(place.url()), place.line(), place.column(), place.function());
  }

  private void remember(Open open) {
    Redaction named = byPlatform.get(open.platform());
    byConnection.remove(open.connection());
    if (named != null) {
      byConnection.put(open.connection(), named);
    }
  }

  private @Nullable Redaction of(int connection) {
    return byConnection.getOrDefault(connection, otherwise);
  }

  private static Http http(Http http, @Nullable Redaction redaction) {
    URI uri = parsed(http.url());
    Raw body = http.body();
    if (redaction != null) {
      body = uri == null ? Raw.NOTHING : redaction.answer(uri, body);
    }
    return new Http(
        http.connection(), http.time(), url(redaction, http.url()), http.status(), body);
  }

  private static Raw bytes(Message message, @Nullable Redaction redaction) {
    boolean sent = message.direction() == Direction.SENT;
    if (redaction == null) {
      return sent ? Raw.bytes(new byte[message.bytes().size()]) : message.bytes();
    }
    FrameKind kind = message.kind();
    ByteBuffer frame = ByteBuffer.wrap(message.bytes().toBytes());
    return Raw.bytes(toBytes(sent ? redaction.sent(kind, frame) : redaction.received(kind, frame)));
  }

  private static byte[] toBytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static String url(@Nullable Redaction redaction, String url) {
    URI uri = parsed(url);
    return redaction == null || uri == null ? UrlSecrets.masked(url) : redaction.url(uri);
  }

  private static @Nullable URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
