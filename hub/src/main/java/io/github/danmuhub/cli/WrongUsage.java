package io.github.danmuhub.cli;

import io.github.danmuhub.text.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage is one line that says what is wrong, one that says where help is, and exit 2. */
final class WrongUsage implements IParameterExceptionHandler {
  /** What picocli puts before the words of a failed conversion. */
  private static final Pattern CLASS = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z][\\w$]*: ");

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("danmu: " + Printable.line(words(wrong)));
    err.println("See '" + name + " --help'.");
    return ExitCode.USAGE;
  }

  private static String words(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> unmatched = command.getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unknown(new UnmatchedArgumentException(command, unmatched));
    }
    // picocli has the word twice where KEY=VALUE is expected
    String message = String.valueOf(wrong.getMessage()).replace("option option", "option");
    return CLASS.matcher(message).replaceAll("");
  }

  /** What nobody knows comes first: it may be why something else is missing. */
  private static String unknown(UnmatchedArgumentException wrong) {
    String what =
        wrong.isUnknownOption()
            ? "no such option"
            : isRoot(wrong) ? "no such command" : "unexpected argument";
    List<String> near = wrong.getSuggestions();
    return what
        + ": "
        + wrong.getUnmatched().get(0)
        + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
  }

  private static boolean isRoot(ParameterException wrong) {
    return wrong.getCommandLine().getParent() == null;
  }
}
