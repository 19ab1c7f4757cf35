package io.github.danmuhub.platform;

import io.github.danmuhub.event.Raw;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * What of a platform's traffic may be written to a capture. By itself it knows nothing, so all that
 * may hold a secret is blanked whole; a platform says what may stay. Bodies stay well-formed where
 * they can: a capture is read again. Never throws on bytes. Pure and thread-safe.
 */
public interface Redaction {
  /** A frame that went out: cookies, tokens and authentications blanked. */
  default ByteBuffer sent(FrameKind kind, ByteBuffer frame) {
    return ByteBuffer.allocate(frame.remaining());
  }

  /** A frame that came in; as it is, unless the platform says otherwise. */
  default ByteBuffer received(FrameKind kind, ByteBuffer frame) {
    return frame;
  }

  /** The body of an answer over HTTP, to a lookup or to a poll: empty, unless it may stay. */
  default Raw answer(URI asked, Raw body) {
    return Raw.NOTHING;
  }

  /** A URL of a socket, a lookup or a poll: its scheme and host. */
  default String url(URI url) {
    return url.getScheme() + "://" + url.getHost() + "/***";
  }
}
