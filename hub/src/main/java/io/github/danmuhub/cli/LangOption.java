package io.github.danmuhub.cli;

import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/** {@code --lang zh}: in what language the program answers. */
final class LangOption implements ITypeConverter<Language> {
  static final String NAME = "--lang";

  @Override
  public Language convert(String text) {
    return Language.of(text).orElseThrow(() -> new BadWord(Phrase.of("lang.unknown", text)));
  }

  /** The language that a command line asks for: help and refusals of that line are in it too. */
  static Optional<Language> find(String... args) {
    List<String> all = List.of(args);
    int at = all.indexOf(NAME);
    if (at >= 0 && at + 1 < all.size()) {
      return Language.of(all.get(at + 1));
    }
    String with = NAME + "=";
    return all.stream()
        .filter(word -> word.startsWith(with))
        .findFirst()
        .flatMap(word -> Language.of(word.substring(with.length())));
  }
}
