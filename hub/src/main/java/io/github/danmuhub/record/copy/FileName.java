package io.github.danmuhub.record.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts of strangers as parts of a file's name, on every system. */
final class FileName {
  private static final String ILLEGAL = "<>:\"/\\|?*";
  private static final Pattern RESERVED = Pattern.compile("CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³]");
  private static final Pattern EDGES = Pattern.compile("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$");
  private static final Set<Integer> BLANK =
      Set.of((int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

  private FileName() {}

  /** Without what a file's name may not have, or what nobody sees. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(c -> clean.appendCodePoint(isLegal(c) ? c : '_'));
    return clean.toString().strip();
  }

  private static boolean isLegal(int c) {
    int type = Character.getType(c);
    return ILLEGAL.indexOf(c) < 0
        && type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && !BLANK.contains(type);
  }

  /**
   * As a whole name, without its ending: not hidden, no folder, none that Windows keeps for itself.
   */
  static String whole(String clean) {
    String name = EDGES.matcher(clean).replaceAll("");
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    boolean taken = RESERVED.matcher(stem.strip().toUpperCase(Locale.ROOT)).matches();
    return name.isEmpty() || taken ? "_" + name : name;
  }

  /** In bytes of UTF-8, which is what file systems count. */
  static int length(String text) {
    return text.getBytes(UTF_8).length;
  }
}
