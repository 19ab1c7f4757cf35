package io.github.danmuhub.record.notice;

import io.github.danmuhub.secret.WebhookSignature;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which webhook is told, how, and what.
 *
 * @param uri http or https; may hold a secret, and is not shown
 * @param signature null: requests are not signed
 * @param files whether the files of copies are told too
 */
public record NoticeSettings(
    URI uri, Form form, boolean files, @Nullable WebhookSignature signature) {

  /** Whose words. */
  public enum Form {
    DANMU,
    BILILIVERECORDER;

    NoticeForm made(Path dir) {
      return this == DANMU
          ? new DanmuForm()
          : new BililiveRecorderForm(dir, ZoneId.systemDefault());
    }
  }

  @Override
  public String toString() {
    return "NoticeSettings[" + uri.getHost() + ", " + form + "]";
  }
}
