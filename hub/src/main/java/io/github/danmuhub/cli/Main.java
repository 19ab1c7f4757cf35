package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.text.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** The program's entry: {@code danmu COMMAND …}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    start(List.of(), args);
  }

  /** The program with {@code more} in it; ends the JVM. */
  public static void start(List<Extension> more, String... args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    Language language = Language.of(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY));
    Console console = Console.of(out, err, Console.isTerminal(), System.getenv()).in(language);
    int code = commandLine(console, new Extensions(more), args).execute(args);
    out.flush();
    System.exit(code);
  }

  /** Runs one command; nothing of it is static, so tests run several in one JVM. */
  static int run(Console console, String... args) {
    return commandLine(console, args).execute(args);
  }

  static CommandLine commandLine(Console console, String... args) {
    return commandLine(console, Extensions.NONE, args);
  }

  static CommandLine commandLine(Console outer, Extensions more, String... args) {
    Console console = LangOption.find(args).map(outer::in).orElse(outer);
    Danmu danmu = new Danmu();
    CommandLine commands = new CommandLine(danmu, new CommandFactory(console, more));
    Commands.addTo(commands, more.commands(), console, args);
    HelpWords.translate(commands, console.words().language());
    return commands
        .setOut(new PrintWriter(console.out(), true, UTF_8))
        .setErr(new PrintWriter(console.err(), true, UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(URI.class, new Address())
        .registerConverter(Path.class, new PathName())
        .registerConverter(Language.class, new LangOption())
        .setUsageHelpAutoWidth(true)
        .setExecutionStrategy(new HelpTopics(console.words()))
        .setExecutionExceptionHandler(new Failures(danmu, console))
        .setParameterExceptionHandler(new WrongUsage(console.words()));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, UTF_8);
  }
}
