package io.github.danmuhub.cli;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.record.copy.CopyName;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.copy.Split;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a user says what is copied, on the command line and in the configuration. */
final class CopyWords {
  private static final Map<String, Set<Split>> SPLITS =
      Map.of(
          "broadcast", EnumSet.of(Split.BROADCAST),
          "title", EnumSet.of(Split.TITLE),
          "none", EnumSet.noneOf(Split.class));

  private CopyWords() {}

  /**
   * Empty where nothing is said. What is said without a split is split by broadcasts.
   *
   * @param prefix of what it is said by: {@code --} or {@code record.}
   * @throws UsageException where it cannot be done
   */
  static Optional<CopySettings> settings(
      String prefix, List<String> split, @Nullable String name, List<String> only) {
    if (split.isEmpty() && name == null && only.isEmpty()) {
      return Optional.empty();
    }
    Set<Split> splits = EnumSet.noneOf(Split.class);
    (split.isEmpty() ? List.of("broadcast") : split)
        .forEach(word -> splits.addAll(splits(prefix + "split", word)));
    new EventFilter(only);
    return Optional.of(
        new CopySettings(
            splits,
            name(prefix + "name", requireNonNullElse(name, CopyName.STANDARD)),
            Set.copyOf(only)));
  }

  /** A file a broadcast, of everything. */
  static CopySettings standard() {
    return new CopySettings(
        EnumSet.of(Split.BROADCAST), name("--name", CopyName.STANDARD), Set.of());
  }

  private static Set<Split> splits(String option, String word) {
    Set<Split> splits = SPLITS.get(word.strip().toLowerCase(Locale.ROOT));
    if (splits == null) {
      throw new UsageException(Phrase.of("copy.split", option, word));
    }
    return splits;
  }

  private static CopyName name(String option, String template) {
    try {
      return CopyName.of(template, ZoneId.systemDefault());
    } catch (UsageException e) {
      throw new UsageException(Phrase.of("copy.name", option, e.told()), e);
    }
  }
}
