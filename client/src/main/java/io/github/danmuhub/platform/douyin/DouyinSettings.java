package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Settings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The platform's settings: {@code -o douyin.signature=rpc}.
 *
 * @param url a complete socket URL that the user hands over, for {@code signature=url}
 * @param rpc where the stub is posted, for {@code signature=rpc}
 */
record DouyinSettings(Signature signature, @Nullable URI url, @Nullable URI rpc) {

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
    settings.only("signature", "url", "rpc");
    if ("browser".equals(settings.values().get("signature"))) {
      throw new IllegalArgumentException(
          "douyin.signature=browser comes later: use none, url or rpc");
    }
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
    return new DouyinSettings(signature, url, rpc);
  }

  private static IllegalArgumentException needs(String what) {
    return new IllegalArgumentException("this douyin.signature needs " + what);
  }

  @Override
  public String toString() {
    return "DouyinSettings[signature=%s, URLs hidden]".formatted(signature);
  }
}
