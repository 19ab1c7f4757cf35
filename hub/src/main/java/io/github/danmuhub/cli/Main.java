package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine;

/** The program's entry: {@code danmu COMMAND …}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    int code = run(new Console(out, err, Console.isTerminal()), args);
    out.flush();
    System.exit(code);
  }

  /** Runs one command; nothing of it is static, so tests run several in one JVM. */
  static int run(Console console, String... args) {
    return commandLine(console, args).execute(args);
  }

  static CommandLine commandLine(Console console, String... args) {
    Danmu danmu = new Danmu();
    CommandLine commands = new CommandLine(danmu, new CommandFactory(console));
    Commands.addTo(commands, args);
    return commands
        .setOut(new PrintWriter(console.out(), true, UTF_8))
        .setErr(new PrintWriter(console.err(), true, UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(URI.class, new Address())
        .registerConverter(Path.class, new PathName())
        .setUsageHelpAutoWidth(true)
        .setExecutionStrategy(new HelpTopics())
        .setExecutionExceptionHandler(new Failures(danmu, console))
        .setParameterExceptionHandler(new WrongUsage());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, UTF_8);
  }
}
