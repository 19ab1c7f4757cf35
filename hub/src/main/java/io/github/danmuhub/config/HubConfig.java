package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration, one component for each key of the file. An absent key has its default.
 *
 * @param rooms to open at start, such as {@code bilibili:21452505}
 * @param record null: nothing is recorded
 * @param rules the file of rules; null: there are none
 * @param devices what rules may act on, by its name
 * @param rpc functions of pages; null: none are called
 * @param kafka this hub as one of many workers; null: it is alone
 * @param feeds files that describe sites, each a platform of its own
 * @param platforms settings of each platform by its id, such as {@code bilibili: {transport: tcp}}
 */
public record HubConfig(
    ServerConfig server,
    List<String> rooms,
    @Nullable RecordConfig record,
    @Nullable String rules,
    Map<String, DeviceConfig> devices,
    @Nullable RpcConfig rpc,
    @Nullable KafkaConfig kafka,
    List<String> feeds,
    Map<String, Map<String, String>> platforms,
    OutputsConfig outputs) {
  private static final Pattern DEVICE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  public HubConfig {
    server = requireNonNullElse(server, ServerConfig.DEFAULT);
    rooms = List.copyOf(requireNonNullElse(rooms, List.of()));
    devices = Map.copyOf(requireNonNullElse(devices, Map.of()));
    feeds = List.copyOf(requireNonNullElse(feeds, List.of()));
    platforms = Map.copyOf(requireNonNullElse(platforms, Map.of()));
    outputs = requireNonNullElse(outputs, OutputsConfig.NONE);
    if (record != null && server.archive() != null && !record.dir().equals(server.archive())) {
      throw new BadValueException("server.archive", Phrase.of("config.archive"));
    }
    checkNames(devices);
    if (kafka != null && kafka.needsLog() && record == null && server.archive() == null) {
      throw new BadValueException("kafka", Phrase.of("config.kafka-log"));
    }
    if (rooms.size() > server.limits().rooms()) {
      throw new BadValueException(
          "rooms", Phrase.of("config.rooms", rooms.size(), server.limits().rooms()));
    }
  }

  private static void checkNames(Map<String, DeviceConfig> devices) {
    for (String name : devices.keySet()) {
      if (!DEVICE.matcher(name).matches()) {
        throw new BadValueException("devices", Phrase.of("config.names"));
      }
    }
  }

  /** The folder of the log that outlives the process; null: there is none. */
  public @Nullable String logFolder() {
    return record == null ? server.archive() : record.dir();
  }

  /** The same, with its doors on another port. */
  public HubConfig onPort(int port) {
    return new HubConfig(
        server.withPort(port),
        rooms,
        record,
        rules,
        devices,
        rpc,
        kafka,
        feeds,
        platforms,
        outputs);
  }

  /** What holds without a file. */
  public static HubConfig standard() {
    return new HubConfig(
        ServerConfig.DEFAULT,
        List.of(),
        null,
        null,
        Map.of(),
        null,
        null,
        List.of(),
        Map.of(),
        OutputsConfig.NONE);
  }
}
