package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Clients;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** After how long a member of the group counts as gone, where that is the broker's (KIP-848). */
final class GroupSession {
  private static final String SETTING = "consumer.session.timeout.ms";
  private static final String UNKNOWN = "?";

  private GroupSession() {}

  /** Milliseconds; {@value #UNKNOWN} where the broker does not say. Blocks. */
  static String ask(Clients clients) {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, clients.worker().group());
    try (Admin admin = clients.admin("session")) {
      Config told = admin.describeConfigs(List.of(group)).all().get().get(group);
      ConfigEntry session = told == null ? null : told.get(SETTING);
      return session == null ? UNKNOWN : String.valueOf(session.value());
    } catch (ExecutionException | BrokerException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
