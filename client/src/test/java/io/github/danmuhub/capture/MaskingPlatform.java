package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.http.UrlSecrets;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A platform that can only blank out: every frame becomes {@code masked}. */
record MaskingPlatform(String id) implements Platform {

  @Override
  public Redaction redaction() {
    return new Redaction() {
      @Override
      public ByteBuffer sent(FrameKind kind, ByteBuffer frame) {
        return ByteBuffer.wrap("masked".getBytes(UTF_8));
      }

      @Override
      public String url(URI url) {
        return UrlSecrets.masked(url.toString());
      }
    };
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return Optional.empty();
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    throw new UnsupportedOperationException("no rooms here");
  }
}
