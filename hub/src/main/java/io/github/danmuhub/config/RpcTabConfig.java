package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.net.URI;

/**
 * A page that the hub reaches by the browser itself.
 *
 * @param url where it is; of an attached browser, the beginning of a tab's address
 * @param id among those of its group; its group's name unless told otherwise
 * @param script a file that is run in it, and hands in functions by {@code danmuRpc().on(…)}
 */
public record RpcTabConfig(String url, String group, String id, String script) {
  public RpcTabConfig {
    url = requireNonNullElse(url, "");
    group = requireNonNullElse(group, "");
    script = requireNonNullElse(script, "");
    id = requireNonNullElse(id, group);
    if (group.isBlank() || script.isBlank() || !isHttp(url)) {
      throw new BadValueException("rpc.tabs", Phrase.of("config.rpc-tabs"));
    }
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
