package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.http.UrlSecrets;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * Cookies and signature are in the handshake only: no frame holds a secret. Of what lookups bring
 * the messages of {@code im/fetch} stay; pages show whose browser asked for them.
 */
final class DouyinRedaction implements Redaction {
  @Override
  public ByteBuffer sent(FrameKind kind, ByteBuffer frame) {
    return frame.duplicate();
  }

  @Override
  public Raw answer(URI asked, Raw body) {
    return DouyinFetchUrl.PATH.equals(asked.getPath()) ? body : Raw.NOTHING;
  }

  @Override
  public String url(URI url) {
    return UrlSecrets.masked(url.toString());
  }
}
