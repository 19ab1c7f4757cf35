package io.github.danmuhub.export;

/** Text as one field of RFC 4180. */
final class CsvField {
  /** Spreadsheets of East Asia take the wide forms for the narrow ones. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvField() {}

  static String of(String text) {
    String field = guarded(CleanText.of(text));
    return needsQuotes(field) ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  /** Names are the viewers' to choose: {@code =cmd()} must not run in somebody's spreadsheet. */
  static String guarded(String text) {
    int first = 0;
    while (first < text.length() && Character.isSpaceChar(text.charAt(first))) {
      first++; // some spreadsheets pass over them
    }
    boolean formula = first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
    return formula ? "'" + text : text;
  }

  private static boolean needsQuotes(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return field.startsWith(" ") || field.endsWith(" ");
  }
}
