package io.github.danmuhub.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Latin words that may stand on a Chinese screen: those of {@code latin-words.txt}, each below
 * its reason, and what is typed or filled in: addresses, paths, options, dotted keys, braces.
 */
public final class LatinWords {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}(?:[_-][A-Za-z]+)*");

  /** Each is the same in every language, whatever stands in it. */
  private static final List<Pattern> LITERALS =
      List.of(
          Pattern.compile("\\w+://[^\\s，。；（）”’]*"),
          Pattern.compile("#[0-9a-fA-F]{6}\\b"),
          Pattern.compile("\\$?\\{[\\w-]+}"),
          Pattern.compile("--[a-z][a-z-]*(?:[ =][A-Z_]+\\b)?"),
          Pattern.compile("(?<![\\w-])-[a-z]\\b"),
          Pattern.compile("[\\w{}-]+(?:\\.[\\w{}-]+)+(?:[:=][\\w{}.,-]+)?"),
          Pattern.compile("(?:[\\w.{}-]*/)+[\\w.{}-]*"),
          Pattern.compile("[a-z][a-z_-]*[:=][\\w{}\"-]*"));

  private LatinWords() {}

  /** Those of the screen that are neither allowed nor literal. */
  public static Set<String> strange(String screen) {
    String left = screen;
    for (Pattern literal : LITERALS) {
      left = literal.matcher(left).replaceAll(" ");
    }
    Set<String> allowed = allowed();
    return WORD.matcher(left)
        .results()
        .map(MatchResult::group)
        .filter(word -> !allowed.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines of the file that are words. */
  static Set<String> allowed() {
    return lines().stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<String> lines() {
    try (InputStream file = LatinWords.class.getResourceAsStream("latin-words.txt")) {
      return new String(requireNonNull(file).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
