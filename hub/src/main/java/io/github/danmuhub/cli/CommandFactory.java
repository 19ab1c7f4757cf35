package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.export.Exporter;
import java.lang.reflect.Constructor;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the console to every command that asks for one in its constructor. */
final class CommandFactory implements IFactory {
  private final Console console;
  private final List<Exporter> formats;
  private final IFactory other = CommandLine.defaultFactory();

  /**
   * @param formats what {@code export} writes beside its own
   */
  CommandFactory(Console console, List<Exporter> formats) {
    this.console = console;
    this.formats = formats;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ExportCommand.class) {
      return type.cast(new ExportCommand(console, formats));
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
