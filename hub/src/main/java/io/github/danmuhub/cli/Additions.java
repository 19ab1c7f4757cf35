package io.github.danmuhub.cli;

import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.device.DevicesPart;
import io.github.danmuhub.page.Pages;
import io.github.danmuhub.rpc.RpcPart;
import io.github.danmuhub.rule.RulesPart;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.server.door.Door;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of what a hub can do beside hearing rooms, keeping the log and opening the doors. */
final class Additions {
  private Additions() {}

  /**
   * Those that the configuration wants, in the order in which they start.
   *
   * @param always what every hub has
   */
  static List<Addition> of(HubConfig config, HubTools tools, List<Addition> always) {
    DevicesPart devices = new DevicesPart(config.devices(), tools.events(), tools.console()::say);
    List<Addition> all = new ArrayList<>(always);
    all.add(new Addition(devices, devices.doors()));
    if (config.rules() != null) {
      RulesPart rules = rules(Path.of(config.rules()), devices.sinks(), tools);
      all.add(new Addition(rules, rules.doors())); // behind those who act: it ends before them
    }
    if (config.rpc() != null) {
      RpcPart rpc = new RpcPart(config.rpc(), tools.lobby());
      all.add(new Addition(rpc, rpc.doors()));
      rpc.compatible().forEach(part -> all.add(new Addition(part, List.of())));
      rpc.tabs(tools.console()::say).ifPresent(part -> all.add(new Addition(part, List.of())));
    }
    Pages pages = new Pages(tools.events(), tools.log(), tools.folder(), doors(all));
    all.add(new Addition(pages, pages.doors()));
    return all;
  }

  private static RulesPart rules(Path file, List<ActionSink> sinks, HubTools tools) {
    Map<String, ActionSink> actions = new TreeMap<>();
    sinks.forEach(sink -> actions.put(sink.kind().name(), sink));
    return new RulesPart(file, tools.log(), actions, tools.console()::say);
  }

  static List<Door> doors(List<Addition> additions) {
    return additions.stream().flatMap(addition -> addition.doors().stream()).toList();
  }
}
