package io.github.danmuhub.text;

import java.util.Locale;

/**
 * Why a connection was refused or lost. The library says it in English with a code; by the code a
 * reader has it in words of the language, with what the library or the platform said in brackets.
 */
public final class Reasons {
  private Reasons() {}

  /**
   * Why it was, in a reader's words.
   *
   * @param code of the platform or the protocol; 0 where there is none
   * @param said the library's sentence
   */
  public static Phrase of(String platform, int code, String said) {
    String ofPlatform = "why." + platform + "." + code;
    if (Words.ENGLISH.has(ofPlatform)) {
      return Phrase.of(ofPlatform, Phrase.library(said));
    }
    String ofProtocol = "why." + (isServerFault(code) ? "5xx" : code);
    return Words.ENGLISH.has(ofProtocol)
        ? Phrase.of(ofProtocol, Phrase.library(said))
        : Phrase.said(said);
  }

  /** Why a room was not heard, as a recording has it: in English, of the hub or of the library. */
  public static Phrase gap(String why) {
    String ours = "gap." + why.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return Words.ENGLISH.has(ours) ? Phrase.of(ours) : Phrase.said(why);
  }

  private static boolean isServerFault(int code) {
    return code >= 500 && code < 600;
  }
}
