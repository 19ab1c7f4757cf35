package io.github.danmuhub.cookie;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.text.Phrase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/** A file's bytes as text: UTF-8, or what its byte order mark says. */
final class FileText {
  private static final Pattern PAGE = Pattern.compile("(?i)<(?:!doctype|html|\\?xml|head|body).*");
  private static final String DATABASE = "SQLite format 3";

  private FileText() {}

  /** The text, without a mark and without blanks at its ends. */
  static String of(byte[] file) throws NoCookieException {
    String text = decoded(file).strip();
    if (text.isEmpty()) {
      throw new NoCookieException(Phrase.of("cookie.empty"));
    }
    if (text.startsWith(DATABASE)) {
      throw new NoCookieException(Phrase.of("cookie.database"));
    }
    if (text.indexOf('\0') >= 0) {
      throw binary();
    }
    if (PAGE.matcher(text.lines().findFirst().orElse("")).matches()) {
      throw new NoCookieException(Phrase.of("cookie.page"));
    }
    return text;
  }

  private static String decoded(byte[] file) throws NoCookieException {
    if (startsWith(file, 0xef, 0xbb, 0xbf)) {
      return decoded(file, 3, UTF_8);
    }
    if (startsWith(file, 0xff, 0xfe)) {
      return decoded(file, 2, UTF_16LE);
    }
    return startsWith(file, 0xfe, 0xff) ? decoded(file, 2, UTF_16BE) : decoded(file, 0, UTF_8);
  }

  private static boolean startsWith(byte[] file, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= file.length || (file[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(byte[] file, int from, Charset charset) throws NoCookieException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file, from, file.length - from);
      return charset.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw binary();
    }
  }

  private static NoCookieException binary() {
    return new NoCookieException(Phrase.of("cookie.binary"));
  }
}
