package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when a broadcast begins or ends.
 *
 * @param url http or https
 * @param form {@code danmu} or {@code bililiverecorder}
 * @param files whether the files of copies are told too
 * @param secretFile a file with the secret, {@code whsec_…}; null: requests are not signed
 */
public record RecordWebhookConfig(
    String url, Form form, Boolean files, @Nullable String secretFile) {

  /** Whose words. */
  public enum Form {
    DANMU,
    BILILIVERECORDER
  }

  public RecordWebhookConfig {
    if (url == null || !WebhookConfig.isHttp(url)) {
      throw new BadValueException("record.webhook.url", Phrase.of("config.url"));
    }
    form = requireNonNullElse(form, Form.DANMU);
    files = requireNonNullElse(files, false);
  }
}
