package io.github.danmuhub.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.rule.text.Secrets;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * The text of the rules as it may be shown, read and masked again only when the file has changed: a
 * page asks every two seconds. Any thread.
 */
final class RuleText {
  private final RuleFile file;
  private Shown shown = new Shown("", "", "");

  RuleText(RuleFile file) {
    this.file = file;
  }

  /**
   * A state of it.
   *
   * @param mark of the file, by which it is told that it is another one
   * @param revision of the text: who knows this one need not be told the text
   */
  record Shown(String mark, String text, String revision) {}

  /**
   * As it is now.
   *
   * @throws IOException in words, where it cannot be read
   */
  synchronized Shown now() throws IOException {
    String mark = file.mark();
    if (!mark.equals(shown.mark) || shown.revision.isEmpty()) {
      String text = Secrets.masked(file.read());
      shown = new Shown(mark, text, revision(text));
    }
    return shown;
  }

  private static String revision(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(UTF_8));
    return text.length() + "-" + Long.toHexString(sum.getValue());
  }
}
