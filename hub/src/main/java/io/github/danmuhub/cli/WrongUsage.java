package io.github.danmuhub.cli;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Told;
import io.github.danmuhub.text.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage is one line that says what is wrong, one that says where help is, and exit 2. */
final class WrongUsage implements IParameterExceptionHandler {
  /** What picocli puts before the words of a failed conversion. */
  private static final Pattern CLASS = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z][\\w$]*: ");

  private final Words words;

  WrongUsage(Words words) {
    this.words = words;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("danmu: " + Printable.line(words.say(phrase(wrong))));
    err.println(words.say("usage.see", name));
    return ExitCode.USAGE;
  }

  private static Phrase phrase(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> unmatched = command.getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unknown(new UnmatchedArgumentException(command, unmatched));
    }
    Optional<Phrase> told = told(wrong);
    if (told.isPresent()) {
      return of(wrong.getArgSpec(), told.get());
    }
    ArgSpec arg = wrong.getArgSpec();
    if (arg instanceof OptionSpec option && arg.type().isEnum() && wrong.getValue() != null) {
      return Phrase.of("usage.choice", option.longestName(), choices(arg), wrong.getValue());
    }
    // picocli has the word twice where KEY=VALUE is expected
    String message = String.valueOf(wrong.getMessage()).replace("option option", "option");
    String theirs = CLASS.matcher(message).replaceAll("");
    return wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
        ? Phrase.of("usage.missing", names(missing.getMissing()), theirs)
        : Phrase.of("usage.other", Phrase.library(theirs));
  }

  /** The enum's names in lower case, as the help has them. */
  private static Phrase choices(ArgSpec arg) {
    return Phrase.any(
        Stream.of(arg.type().getEnumConstants())
            .map(each -> each.toString().toLowerCase(Locale.ROOT))
            .toList());
  }

  /** Our own words, where a converter of ours refused what it was given. */
  private static Optional<Phrase> told(ParameterException wrong) {
    for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
      if (cause instanceof Told ours) {
        return Optional.of(ours.told());
      }
    }
    return Optional.empty();
  }

  private static Phrase of(@Nullable ArgSpec arg, Phrase told) {
    if (arg == null) {
      return told;
    }
    return arg instanceof OptionSpec option
        ? Phrase.of("usage.value", option.longestName(), told)
        : Phrase.of("usage.parameter", arg.paramLabel(), told);
  }

  private static Phrase names(List<ArgSpec> missing) {
    return Phrase.list(
        missing.stream()
            .map(
                arg ->
                    arg instanceof OptionSpec option
                        ? option.longestName() + "=" + arg.paramLabel()
                        : arg.paramLabel())
            .toList());
  }

  /** What nobody knows comes first: it may be why something else is missing. */
  private static Phrase unknown(UnmatchedArgumentException wrong) {
    Phrase elsewhere = isRoot(wrong) ? Extensions.elsewhere(wrong.getUnmatched().get(0)) : null;
    if (elsewhere != null) {
      return elsewhere;
    }
    String what =
        wrong.isUnknownOption()
            ? "usage.no-option"
            : isRoot(wrong) ? "usage.no-command" : "usage.no-argument";
    Phrase unknown = Phrase.of(what, wrong.getUnmatched().get(0));
    List<String> near = wrong.getSuggestions();
    return near.isEmpty() ? unknown : Phrase.of("usage.near", unknown, Phrase.any(near));
  }

  private static boolean isRoot(ParameterException wrong) {
    return wrong.getCommandLine().getParent() == null;
  }
}
