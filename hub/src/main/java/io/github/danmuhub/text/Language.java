package io.github.danmuhub.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the program speaks. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  /** What a person sets once, for programs that are started by other programs. */
  private static final String VARIABLE = "DANMU_LANG";

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** {@code en} or {@code zh}. */
  public String code() {
    return code;
  }

  /**
   * Of what names a language or a locale, such as {@code zh}, {@code zh_CN.UTF-8}, {@code en-GB}.
   */
  public static Optional<Language> of(@Nullable String written) {
    String lower = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
    for (Language language : values()) {
      if (lower.matches(language.code + "(?:[-_.@].*)?")) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The reader's: by the variable {@code DANMU_LANG}, else by the locale; else English. */
  public static Language of(Map<String, String> environment, Locale locale) {
    return of(environment.get(VARIABLE))
        .or(() -> of(locale.getLanguage()))
        .orElse(Language.ENGLISH);
  }
}
