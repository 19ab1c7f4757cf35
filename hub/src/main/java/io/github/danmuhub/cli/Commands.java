package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The table of commands, in the order in which the help lists them. */
final class Commands {
  private static final List<Entry> ALL =
      List.of(
          new Entry("demo", DemoCommand.class),
          new Entry("watch", WatchCommand.class),
          new Entry("record", RecordCommand.class),
          new Entry("export", ExportCommand.class),
          new Entry("stats", StatsCommand.class),
          new Entry("serve", ServeCommand.class),
          new Entry("rules", RulesCommand.class),
          new Entry("rpc", RpcCommand.class),
          new Entry("simulate", SimulateCommand.class),
          new Entry("feed", FeedCommand.class),
          new Entry("capture", CaptureCommand.class),
          new Entry("replay", ReplayCommand.class),
          new Entry("device", DeviceCommand.class),
          new Entry("inspect", InspectCommand.class),
          new Entry("doctor", DoctorCommand.class),
          new Entry("practise", PractiseCommand.class),
          new Entry("help", HelpCommand.class));

  private record Entry(String name, Class<?> type) {}

  private Commands() {}

  /**
   * Adds the command that {@code args} begin with, or all where they begin with none: to look into
   * all of them takes a tenth of a second that the one need not wait for.
   *
   * @param more further ones, at the end
   */
  static void addTo(
      CommandLine danmu,
      Map<String, Function<Console, Object>> more,
      Console console,
      String... args) {
    List<Entry> asked =
        ALL.stream().filter(e -> args.length > 0 && e.name.equals(args[0])).toList();
    boolean one = !asked.isEmpty() && asked.get(0).type != HelpCommand.class;
    for (Entry entry : one ? asked : ALL) {
      danmu.addSubcommand(entry.name, entry.type);
    }
    if (!one) {
      more.forEach((name, command) -> danmu.addSubcommand(name, command.apply(console)));
    }
  }
}
