package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the console to every command that asks for one in its constructor. */
final class CommandFactory implements IFactory {
  private final Console console;
  private final IFactory other = CommandLine.defaultFactory();

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Console.class) {
        return type.cast(constructor.newInstance(console));
      }
    }
    return other.create(type);
  }
}
