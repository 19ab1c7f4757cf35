package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param url http or https
 * @param secretFile a file with the secret, {@code whsec_…}; null: requests are not signed
 */
public record WebhookConfig(String url, @Nullable String secretFile) {
  public WebhookConfig {
    if (url == null || !isHttp(url)) {
      throw new BadValueException("devices.http.url", Phrase.of("config.url"));
    }
  }

  static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
