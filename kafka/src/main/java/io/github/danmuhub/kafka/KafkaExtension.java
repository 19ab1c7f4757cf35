package io.github.danmuhub.kafka;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.cli.Addition;
import io.github.danmuhub.cli.Extension;
import io.github.danmuhub.cli.HubTools;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.sink.SinkPart;
import io.github.danmuhub.kafka.zone.MergePart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
    if (kafka != null && kafka.events()) {
      all.add(alone(new SinkPart(kafka, logFolder(config), tools.log())));
    }
    if (kafka != null && kafka.merge()) {
      all.add(alone(new MergePart(kafka)));
    }
    return all;
  }

  private static Path logFolder(HubConfig config) {
    return Path.of(Objects.requireNonNull(config.logFolder())); // else the file was refused
  }

  private static Addition alone(Part part) {
    return new Addition(part, List.of());
  }
}
