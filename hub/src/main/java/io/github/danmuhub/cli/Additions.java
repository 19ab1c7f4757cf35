package io.github.danmuhub.cli;

import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.device.DevicesPart;
import io.github.danmuhub.page.Pages;
import io.github.danmuhub.server.door.Door;
import java.util.List;

/** The table of what a hub can do beside hearing rooms, keeping the log and opening the doors. */
final class Additions {
  private Additions() {}

  /** Those that the configuration wants, in the order in which they start. */
  static List<Addition> of(HubConfig config, HubTools tools) {
    Pages pages = new Pages(tools.events());
    DevicesPart devices = new DevicesPart(config.devices(), tools.events());
    return List.of(new Addition(pages, pages.doors()), new Addition(devices, devices.doors()));
  }

  static List<Door> doors(List<Addition> additions) {
    return additions.stream().flatMap(addition -> addition.doors().stream()).toList();
  }
}
