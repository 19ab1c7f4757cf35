package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Printable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Wrong usage is one line that says what is wrong, one that says where help is, and exit 2. */
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    wrong
        .getCommandLine()
        .getErr()
        .println("danmu: " + Printable.line(String.valueOf(wrong.getMessage())));
    wrong.getCommandLine().getErr().println("See '" + name + " --help'.");
    return ExitCode.USAGE;
  }
}
