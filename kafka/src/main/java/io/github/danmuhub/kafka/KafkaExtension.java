package io.github.danmuhub.kafka;

import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.cli.Addition;
import io.github.danmuhub.cli.CookieFile;
import io.github.danmuhub.cli.Extension;
import io.github.danmuhub.cli.HubTools;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.command.RoomsCommand;
import io.github.danmuhub.kafka.sink.SinkPart;
import io.github.danmuhub.kafka.worker.TopicRooms;
import io.github.danmuhub.kafka.worker.WorkerPart;
import io.github.danmuhub.kafka.zone.MergePart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of what Kafka adds to the program. */
final class KafkaExtension implements Extension {
  @Override
  public Set<String> keys() {
    return Set.of("kafka");
  }

  @Override
  public List<Addition> additions(HubConfig config, HubTools tools) {
    KafkaConfig kafka = config.kafka();
    List<Addition> all = new ArrayList<>();
    SinkPart sink = null;
    if (kafka != null && kafka.events()) {
      sink = new SinkPart(kafka, logFolder(config), tools.log());
      all.add(alone(sink));
    }
    if (kafka != null && kafka.rooms()) {
      all.add(alone(worker(kafka, sink, tools))); // ends before what it hears is sent
    }
    if (kafka != null && kafka.merge()) {
      all.add(alone(new MergePart(kafka)));
    }
    return all;
  }

  private static WorkerPart worker(KafkaConfig kafka, @Nullable SinkPart sink, HubTools tools) {
    return new WorkerPart(
        kafka,
        tools.rooms(),
        tools.log(),
        CookieFile::read,
        sink == null ? null : sink::tenures,
        tools.console()::say);
  }

  @Override
  public Rooms rooms(HubConfig config, HubRooms own, Rooms shown) {
    KafkaConfig kafka = config.kafka();
    return kafka == null || !kafka.rooms() ? shown : TopicRooms.of(kafka, own, shown);
  }

  @Override
  public Map<String, Function<Console, Object>> commands() {
    return Map.of("rooms", RoomsCommand::with);
  }

  private static Path logFolder(HubConfig config) {
    return Path.of(Objects.requireNonNull(config.logFolder())); // else the file was refused
  }

  private static Addition alone(Part part) {
    return new Addition(part, List.of());
  }
}
