package io.github.danmuhub.cli;

import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.stream.EventStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What the parts of one hub are made from.
 *
 * @param events all that the rooms tell, as it happens
 * @param log asked for in a part's start or later: it is open by then
 * @param lobby likewise
 * @param folder where the hub keeps what is made on its pages
 */
public record HubTools(
    HubRooms rooms,
    EventStream events,
    Supplier<EventLog> log,
    Supplier<Lobby> lobby,
    Telemetry telemetry,
    Path folder,
    Console console) {}
