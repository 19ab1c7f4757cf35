package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dumps with an offset before each line: xxd, {@code hexdump -C}, Wireshark, od; with characters
 * behind the bytes or without. The offsets say how many bytes a line has, so what follows them is
 * never taken for bytes. Where the words of a line have the machine's order ({@code hexdump},
 * {@code od -x}), they are turned.
 */
final class HexDumpDress implements Dress {
  private static final Pattern LINE = Pattern.compile("\\s*([0-9a-fA-F]{3,16}):?(?:\\s(.*))?");
  private static final Pattern GROUP = Pattern.compile("\\s*([0-9a-fA-F]{2,8})(?=\\s|$|\\|)");
  private static final Pattern BARE_WORDS =
      Pattern.compile("[0-9a-fA-F]{4}(?: +[0-9a-fA-F]{4})*|[0-9a-fA-F]{8}(?: +[0-9a-fA-F]{8})*");
  private static final int WIDEST = 64;
  private static final int WORDS_OFFSET = 7;

  private record Line(long offset, String rest, boolean words) {}

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    List<String> texts = text.lines().filter(line -> !line.isBlank()).toList();
    boolean octal = isOctal(texts);
    List<Line> lines = new ArrayList<>();
    for (String one : texts) {
      Matcher line = LINE.matcher(one);
      if (one.strip().equals("*")) {
        lines.add(new Line(-1, "", false));
      } else if (line.matches()) {
        String rest = line.group(2) == null ? "" : line.group(2);
        boolean words = line.group(1).length() == WORDS_OFFSET && !one.contains(":");
        lines.add(new Line(Long.parseLong(line.group(1), octal ? 8 : 16), rest, words));
      } else {
        return Optional.empty();
      }
    }
    return lines.isEmpty() || lines.get(0).offset() != 0 || areBareWords(texts)
        ? Optional.empty()
        : bytes(lines);
  }

  /** Hex in words, whose first one only looks like an offset: xxd has a colon behind it. */
  private static boolean areBareWords(List<String> lines) {
    return lines.stream().allMatch(line -> BARE_WORDS.matcher(line.strip()).matches());
  }

  /** od counts in octal: the second line of sixteen bytes is 0000020. */
  private static boolean isOctal(List<String> lines) {
    return lines.size() > 1 && lines.get(1).strip().startsWith("0000020 ");
  }

  private static Optional<byte[]> bytes(List<Line> lines) throws MalformedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] before = {};
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      long next = nextOffset(lines, i);
      if (line.offset() < 0) {
        while (before.length > 0 && out.size() < next && next < 1 << 26) {
          out.writeBytes(before);
        }
        continue;
      }
      if (line.offset() != out.size()) {
        return missing(line.offset(), out.size(), i);
      }
      before = bytes(line, next < 0 ? WIDEST : next - line.offset());
      if (before.length == 0 && next >= 0) {
        return Optional.empty();
      }
      out.writeBytes(before);
    }
    return Optional.of(out.toByteArray());
  }

  private static long nextOffset(List<Line> lines, int i) {
    for (int next = i + 1; next < lines.size(); next++) {
      if (lines.get(next).offset() >= 0) {
        return lines.get(i).offset() >= 0 && next > i + 1
            ? lines.get(i).offset() + 16
            : lines.get(next).offset();
      }
    }
    return -1;
  }

  private static Optional<byte[]> missing(long offset, int size, int number)
      throws MalformedException {
    if (number < 2) {
      return Optional.empty(); // hex whose first word looks like an offset
    }
    throw new MalformedException(
        "line %d of the dump begins at %d, but %d bytes stand before it: a line is missing"
            .formatted(number + 1, offset, size));
  }

  /** Up to {@code most} bytes of a line; of its last line, what stands before the characters. */
  private static byte[] bytes(Line line, long most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String rest = beforeCharacters(line.rest());
    Matcher group = GROUP.matcher(rest);
    int at = 0;
    while (out.size() < most && group.region(at, rest.length()).lookingAt()) {
      String digits = group.group(1);
      for (int i = 0; i < digits.length() && digits.length() % 2 == 0; i += 2) {
        int pair = line.words() && digits.length() == 4 ? 2 - i : i;
        out.write(Integer.parseInt(digits.substring(pair, pair + 2), 16));
      }
      at = group.end();
    }
    byte[] bytes = out.toByteArray();
    return bytes.length > most ? Arrays.copyOf(bytes, (int) most) : bytes;
  }

  /** {@code |…|} of hexdump; else two blanks or more behind the bytes, but none in their middle. */
  private static String beforeCharacters(String rest) {
    String text = rest.stripLeading();
    int bar = text.indexOf('|');
    if (bar >= 0) {
      return text.substring(0, bar);
    }
    Matcher gap = Pattern.compile("\\s{2,}").matcher(text);
    while (gap.find()) {
      String front = text.substring(0, gap.start());
      String back = text.substring(gap.end());
      boolean middle =
          front.length() == 23 && back.matches("(?:[0-9a-fA-F]{2}(?: |$)){1,8}(?: .*)?");
      if (!middle) {
        return front;
      }
    }
    return text;
  }
}
