package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the console to every command that asks for one in its constructor, and what is more. */
final class CommandFactory implements IFactory {
  private final Console console;
  private final Extensions more;
  private final IFactory other = CommandLine.defaultFactory();

  /**
   * @param more what some commands do beside their own
   */
  CommandFactory(Console console, Extensions more) {
    this.console = console;
    this.more = more;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ExportCommand.class) {
      return type.cast(new ExportCommand(console, more.formats()));
    }
    if (type == ServeCommand.class) {
      return type.cast(new ServeCommand(console, more));
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Console.class) {
        return type.cast(constructor.newInstance(console));
      }
    }
    return other.create(type);
  }
}
