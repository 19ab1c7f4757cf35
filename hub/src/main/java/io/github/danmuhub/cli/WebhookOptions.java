package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.record.notice.NoticeSettings;
import io.github.danmuhub.record.notice.NoticeSettings.Form;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is told when a broadcast begins or ends. */
final class WebhookOptions {
  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Told by POST when a broadcast begins or ends.")
  @Nullable String url;

  @Option(
      names = "--webhook-form",
      paramLabel = "FORM",
      description = "danmu (default), or bililiverecorder: its webhook v2.")
  Form form = Form.DANMU;

  @Option(names = "--webhook-files", description = "Told too when a copy's file opens or closes.")
  boolean files;

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description = "Holds whsec_..., by which each message is signed (Standard Webhooks).")
  @Nullable String secretFile;

  /**
   * Empty without a webhook.
   *
   * @param copies whether there are any
   * @throws UsageException where it cannot be done
   */
  Optional<NoticeSettings> settings(boolean copies, Console console) {
    String to = url;
    if (to == null) {
      if (files || secretFile != null) {
        throw new UsageException(Phrase.of("webhook.whom"));
      }
      return Optional.empty();
    }
    if (files && !copies) {
      throw new UsageException(Phrase.of("webhook.no_copies"));
    }
    if (files) {
      console.say(Phrase.of("webhook.files"));
    }
    return Optional.of(NoticeWords.settings(to, form, files, secretFile));
  }
}
