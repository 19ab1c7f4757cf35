package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("load")
class BrokerProcessTest {

  @Test
  void aKilledBrokerComesBackWithWhatItStoredAndAFrozenOneIsSilent(@TempDir Path dir)
      throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(dir);
        Admin admin =
            Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) broker.address()))) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
      broker.kill();
      broker.startAgain();
      assertThat(admin.listTopics().names().get()).contains("kept");

      broker.freeze();
      assertThatThrownBy(() -> admin.listTopics().names().get(2, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      broker.thaw();
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }
}
