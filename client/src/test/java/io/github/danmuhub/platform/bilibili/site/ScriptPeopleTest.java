package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.bilibili.message.EventLog;
import org.junit.jupiter.api.Test;

class ScriptPeopleTest {
  private static final long NOW = 1_790_000_000_123L;

  @Test
  void anEntranceHappensWhenItIsPlayedWhateverItsNumber() {
    String enter =
        new ScriptPeople(545068, 1)
            .enter(new ScriptWords.Viewer(1, "小明", 3, 0), 1_795_000_000_000_000L, NOW);
    assertThat(EventLog.of(enter.getBytes(UTF_8)).get(0).origin().time()).isEqualTo(NOW);
  }
}
