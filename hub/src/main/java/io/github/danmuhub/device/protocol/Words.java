package io.github.danmuhub.device.protocol;

import io.github.danmuhub.wire.MalformedException;
import java.util.regex.Pattern;

/** One line's words, from left to right. One thread. */
final class Words {
  private static final int LONGEST = 160;
  private static final Pattern PLAIN = Pattern.compile("[!-~]{1,64}");

  private final String[] words;
  private int at;

  private Words(String[] words) {
    this.words = words;
  }

  static Words of(String line) throws MalformedException {
    if (line.length() > LONGEST) {
      throw new MalformedException("a line of more than " + LONGEST + " characters");
    }
    return new Words(line.strip().split(" +"));
  }

  String next() throws MalformedException {
    if (at == words.length) {
      throw new MalformedException("a line of " + at + " words is too short");
    }
    String word = words[at++];
    if (!PLAIN.matcher(word).matches()) {
      throw new MalformedException("a word is not plain ASCII");
    }
    return word;
  }

  long nextCount() throws MalformedException {
    long value = number(next());
    if (value < 0) {
      throw new MalformedException("a count below zero");
    }
    return value;
  }

  int nextInt() throws MalformedException {
    long value = number(next());
    if (value != (int) value) {
      throw new MalformedException("too large a number");
    }
    return (int) value;
  }

  private static long number(String word) throws MalformedException {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw new MalformedException("not a number: " + word);
    }
  }

  /** The rest of the line, empty where nothing is left. */
  String rest() throws MalformedException {
    StringBuilder rest = new StringBuilder();
    while (at < words.length) {
      rest.append(rest.length() == 0 ? "" : " ").append(next());
    }
    return rest.toString();
  }

  void end() throws MalformedException {
    if (at != words.length) {
      throw new MalformedException("a line of more than " + at + " words");
    }
  }
}
