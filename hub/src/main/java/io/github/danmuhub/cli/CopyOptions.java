package io.github.danmuhub.cli;

import io.github.danmuhub.record.copy.CopySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Files that are split, named and filtered, beside the plain recording. */
final class CopyOptions {
  @Option(
      names = "--split",
      split = ",",
      paramLabel = "WHERE",
      description = "Copies too, in DIR/copies: a file for each broadcast, title, or none.")
  List<String> split = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "TEMPLATE",
      description = "Of copies: {platform}-{room}-{anchor}-{start}-{title}.")
  @Nullable String name;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "TYPE",
      description = "In copies: chat,gift,super_chat ...; the plain recording has all.")
  List<String> only = new ArrayList<>();

  /** Empty where no copies are wanted. */
  Optional<CopySettings> settings() {
    return CopyWords.settings("--", split, name, only);
  }
}
