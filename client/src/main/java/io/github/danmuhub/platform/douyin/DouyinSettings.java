package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Settings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The platform's settings: {@code -o douyin.signature=rpc}.
 *
 * @param source whose socket is heard
 * @param url a complete socket URL that the user hands over, for {@code signature=url}
 * @param rpc where the stub is posted, for {@code signature=rpc}
 */
record DouyinSettings(Source source, Signature signature, @Nullable URI url, @Nullable URI rpc) {

  /** Whose socket is heard. */
  enum Source {
    /** Our own. */
    SOCKET,
    /** That of the room's page, in a browser. */
    BROWSER
  }

  /** Where the socket URL's signature comes from. */
  enum Signature {
    /** From nowhere: the simulator, or where the platform lets it. */
    NONE,
    /** It stands in the URL that the user hands over. */
    URL,
    /** From an HTTP endpoint of the user's. */
    RPC
  }

  /**
   * @throws IllegalArgumentException in words
   */
  static DouyinSettings read(Settings settings) {
    settings.only("source", "signature", "url", "rpc");
    if ("browser".equals(settings.values().get("signature"))) {
      throw new IllegalArgumentException(
          "a page needs no signature of ours: write douyin.source=browser");
    }
    Source source = settings.word("source", Source.SOCKET);
    URI url = settings.url("url", "wss", "ws");
    URI rpc = settings.url("rpc", "http", "https");
    Signature implied = url != null ? Signature.URL : rpc != null ? Signature.RPC : Signature.NONE;
    Signature signature = settings.word("signature", implied);
    if (signature == Signature.URL && url == null) {
      throw needs("-o douyin.url=wss://… (a whole socket URL)");
    }
    if (signature == Signature.RPC && rpc == null) {
      throw needs("-o douyin.rpc=http://… (where the stub is posted)");
    }
    return new DouyinSettings(source, signature, url, rpc);
  }

  private static IllegalArgumentException needs(String what) {
    return new IllegalArgumentException("this douyin.signature needs " + what);
  }

  @Override
  public String toString() {
    return "DouyinSettings[signature=%s, URLs hidden]".formatted(signature);
  }
}
