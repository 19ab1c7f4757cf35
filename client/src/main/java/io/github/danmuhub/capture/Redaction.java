package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Platform;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blanks out what is secret before it is written. Frames go through the {@link Platform#redact} of
 * their connection's platform; where that is not known, nobody can say what in a sent frame is
 * secret, so all of it is written as zeros. In URLs, passwords and the values of parameters that
 * sound secret are blanked out. Not thread-safe.
 */
final class Redaction {
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;#][^=&#]*(?:token|key|sign|sess|auth|cookie|csrf|bogus|secret|pass|ticket)"
              + "[^=&#]*=)[^&#]*");
  private static final Pattern USER_INFO = Pattern.compile("^([a-zA-Z+.-]+://)[^/?#@]*@");

  private final List<Platform> platforms;
  private final Map<Integer, Platform> byConnection = new HashMap<>();

  Redaction(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  CaptureEntry apply(CaptureEntry entry) {
    if (entry instanceof Open open) {
      remember(open);
      return new Open(
          open.connection(), open.time(), url(open.url()), open.platform(), open.room());
    }
    if (entry instanceof Http http) {
      return new Http(http.connection(), http.time(), url(http.url()), http.status(), http.body());
    }
    if (entry instanceof CaptureEntry.Close close) {
      byConnection.remove(close.connection());
      return close;
    }
    Message message = (Message) entry;
    return new Message(
        message.connection(), message.time(), message.direction(), message.kind(), bytes(message));
  }

  private void remember(Open open) {
    byConnection.remove(open.connection());
    platforms.stream()
        .filter(platform -> platform.id().equals(open.platform()))
        .findFirst()
        .ifPresent(platform -> byConnection.put(open.connection(), platform));
  }

  private Raw bytes(Message message) {
    @Nullable Platform platform = byConnection.get(message.connection());
    if (platform != null) {
      ByteBuffer frame = ByteBuffer.wrap(message.bytes().toBytes());
      return Raw.bytes(toBytes(platform.redact(message.kind(), frame)));
    }
    return message.direction() == Direction.SENT
        ? Raw.bytes(new byte[message.bytes().size()])
        : message.bytes();
  }

  private static byte[] toBytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  static String url(String url) {
    String anonymous = USER_INFO.matcher(url).replaceFirst("$1");
    return SECRET_PARAMETER.matcher(anonymous).replaceAll("$1***");
  }
}
