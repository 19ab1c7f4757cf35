package io.github.danmuhub.cli;

import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Phrase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code danmu}: what is said to all commands; their table is {@link Commands}. */
@Command(
    name = "danmu",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Any live room's chat (弹幕) as one clean stream of events.",
    footer = {"", "Try it without a network: danmu demo"})
final class Danmu implements Runnable {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of failures.")
  boolean debug;

  /** Followed before the rest of the line is understood: see {@link LangOption#find}. */
  @Option(
      names = LangOption.NAME,
      scope = ScopeType.INHERIT,
      paramLabel = "zh|en",
      description = "The language to speak, instead of the locale's.")
  @Nullable Language language;

  @Override
  public void run() {
    if (spec != null) {
      Phrase which = Phrase.of("usage.which-command");
      throw new ParameterException(spec.commandLine(), which.toString(), new BadWord(which));
    }
  }
}
