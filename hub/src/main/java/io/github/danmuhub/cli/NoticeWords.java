package io.github.danmuhub.cli;

import io.github.danmuhub.config.RecordConfig;
import io.github.danmuhub.config.RecordWebhookConfig;
import io.github.danmuhub.record.notice.NoticeSettings;
import io.github.danmuhub.record.notice.NoticeSettings.Form;
import io.github.danmuhub.secret.SecretFile;
import io.github.danmuhub.secret.WebhookSignature;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a user says who is told, on the command line and in the configuration. */
final class NoticeWords {
  private NoticeWords() {}

  /** Empty without a webhook. */
  static Optional<NoticeSettings> settings(RecordConfig config) {
    RecordWebhookConfig webhook = config.webhook();
    return webhook == null
        ? Optional.empty()
        : Optional.of(
            settings(
                webhook.url(),
                Form.valueOf(webhook.form().name()),
                webhook.files(),
                webhook.secretFile()));
  }

  /**
   * Reads the secret.
   *
   * @throws IllegalArgumentException in words, which hold neither secret nor address
   */
  static NoticeSettings settings(
      String url, Form form, boolean files, @Nullable String secretFile) {
    WebhookSignature signature =
        secretFile == null ? null : WebhookSignature.by(SecretFile.text(secretFile));
    return new NoticeSettings(uri(url), form, files, signature);
  }

  private static URI uri(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below, without it: it may hold a secret
    }
    throw new UsageException(Phrase.of("webhook.url"));
  }
}
