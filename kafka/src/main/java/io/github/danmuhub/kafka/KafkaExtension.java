package io.github.danmuhub.kafka;

import io.github.danmuhub.cli.Addition;
import io.github.danmuhub.cli.Extension;
import io.github.danmuhub.cli.HubTools;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.KafkaConfig;
import java.util.List;
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
    return kafka == null ? List.of() : List.of();
  }
}
