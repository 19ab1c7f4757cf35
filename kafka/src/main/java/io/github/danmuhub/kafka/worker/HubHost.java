package io.github.danmuhub.kafka.worker;

import static java.util.stream.Collectors.toMap;

import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The hub's own rooms and log, opened by the names that this worker's file knows. */
final class HubHost implements RoomHost {
  private static final int ENDLESS = 1_000_000;

  private final HubRooms rooms;
  private final Supplier<EventLog> log;
  private final KafkaConfig config;
  private final BiFunction<Path, String, Credentials> cookies;

  /**
   * @param cookies reads a file of cookies of a platform
   */
  HubHost(
      HubRooms rooms,
      Supplier<EventLog> log,
      KafkaConfig config,
      BiFunction<Path, String, Credentials> cookies) {
    this.rooms = rooms;
    this.log = log;
    this.config = config;
    this.cookies = cookies;
  }

  @Override
  public boolean open(RoomRef room, RoomRecord wanted, @Nullable Past past)
      throws RoomRefusedException {
    if (past != null && !rooms().containsKey(room)) {
      log.get().heard(room, past.until(), past.worker() + " heard it until then");
    }
    return rooms.open(room, usual -> settings(room, wanted, usual)).isNew();
  }

  private RoomSettings settings(RoomRef room, RoomRecord wanted, RoomSettings usual) {
    Map<String, String> own = new TreeMap<>(usual.settings());
    own.putAll(wanted.settings());
    Credentials account =
        wanted.account().isEmpty() ? usual.credentials() : account(room, wanted.account());
    URI proxy = wanted.proxy().isEmpty() ? usual.proxy() : proxy(wanted.proxy());
    return new RoomSettings(usual.keepRaw(), account, own, proxy);
  }

  /** What is wrong with a file of cookies is told as a refusal of the room. */
  private Credentials account(RoomRef room, String name) {
    String file = config.accounts().getOrDefault(room.platform(), Map.of()).get(name);
    if (file == null) {
      throw new UsageException(Phrase.of("kafka.no-account", room.platform(), name));
    }
    return cookies.apply(Path.of(file), room.platform());
  }

  private URI proxy(String name) {
    String proxy = config.proxies().get(name);
    if (proxy == null) {
      throw new UsageException(Phrase.of("kafka.no-proxy", name));
    }
    return URI.create(proxy);
  }

  @Override
  public void close(RoomRef room) {
    rooms.close(room.toString());
  }

  @Override
  public Map<RoomRef, RoomStatus> rooms() {
    return rooms.list().stream()
        .collect(
            toMap(
                room -> new RoomRef(room.platform(), room.room()),
                Function.identity(),
                (one, same) -> same));
  }

  /** What bounds this worker, as {@link Free} names it. */
  Map<String, Integer> bounds() {
    Map<String, Integer> bounds = new HashMap<>(config.slots());
    bounds.put(Free.all(), rooms.limit());
    rooms.limits().forEach((platform, limits) -> add(bounds, platform, limits));
    return bounds;
  }

  private void add(Map<String, Integer> bounds, String platform, Limits limits) {
    int anAccount = most(limits.roomsAnAccount());
    config
        .accounts()
        .getOrDefault(platform, Map.of())
        .keySet()
        .forEach(name -> bounds.put(Free.account(platform, name), anAccount));
    if (rooms.hasAccount(platform)) {
      bounds.put(Free.account(platform, ""), anAccount);
    }
    int aWay = most(limits.roomsAnAddress());
    config.proxies().keySet().forEach(name -> bounds.put(Free.proxy(platform, name), aWay));
    bounds.put(Free.proxy(platform, ""), aWay);
  }

  private static int most(int limit) {
    return limit == 0 ? ENDLESS : limit;
  }
}
