package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.http.RawUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The platform's settings: {@code -o douyin.signature=rpc}.
 *
 * @param url a complete socket URL that the user hands over, for {@code signature=url}
 * @param rpc where the stub is posted, for {@code signature=rpc}
 */
record DouyinSettings(Signature signature, @Nullable URI url, @Nullable URI rpc) {
  private static final Set<String> KEYS = Set.of("signature", "url", "rpc");

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
  static DouyinSettings read(Map<String, String> settings) {
    for (String key : settings.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "douyin has no setting %s: it has signature, url, rpc; the program has cookie-file too"
                .formatted(key));
      }
    }
    URI url = uri("url", settings.get("url"), "wss", "ws");
    URI rpc = uri("rpc", settings.get("rpc"), "http", "https");
    String named =
        settings.getOrDefault("signature", url != null ? "url" : rpc != null ? "rpc" : "none");
    return new DouyinSettings(signature(named, url, rpc), url, rpc);
  }

  private static Signature signature(String named, @Nullable URI url, @Nullable URI rpc) {
    return switch (named) {
      case "none" -> Signature.NONE;
      case "url" -> needed(Signature.URL, url, "-o douyin.url=wss://… (a whole socket URL)");
      case "rpc" -> needed(Signature.RPC, rpc, "-o douyin.rpc=http://… (where the stub is posted)");
      case "browser" ->
          throw new IllegalArgumentException(
              "douyin.signature=browser comes later: use none, url or rpc");
      default ->
          throw new IllegalArgumentException("douyin.signature is none, url or rpc, not " + named);
    };
  }

  private static Signature needed(Signature signature, @Nullable URI uri, String what) {
    if (uri == null) {
      throw new IllegalArgumentException("this douyin.signature needs " + what);
    }
    return signature;
  }

  private static @Nullable URI uri(String key, @Nullable String text, String... schemes) {
    if (text == null) {
      return null;
    }
    URI uri = parse(text);
    if (uri == null
        || uri.getHost() == null
        || !List.of(schemes).contains(String.valueOf(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "douyin.%s must be a URL that begins with %s://".formatted(key, schemes[0]));
    }
    return uri;
  }

  /** Null where it is none; the exception would show it, and secrets stand in it. */
  private static @Nullable URI parse(String text) {
    try {
      // the page writes | and blanks as they are
      return new URI(RawUri.encoded(text.strip().getBytes(UTF_8)));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "DouyinSettings[signature=%s, URLs hidden]".formatted(signature);
  }
}
