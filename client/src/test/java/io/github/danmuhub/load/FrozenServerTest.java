package io.github.danmuhub.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.load.ChildSimulator.Hosting;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.testing.Heard;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A server that stops in the middle of a word, by the real deadlines. */
@Tag("load")
class FrozenServerTest {
  /** Two and a half heartbeats of 30 s. */
  private static final Duration NOTICED = Duration.ofSeconds(75);

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP")
  void aFrozenServerIsNoticedWithinTwoHeartbeatsAndAHalfAndHeardAgainWhenItThaws()
      throws Exception {
    Heard heard = new Heard();
    try (ChildSimulator server = ChildSimulator.start(Hosting.ONE_ROOM);
        DanmuClient client = DanmuClient.builder(new Bilibili()).simulator(server.uri()).build()) {
      client.listen("test", heard);
      RoomConnection room = client.open(Hosting.ONE_ROOM.first());
      heard.awaitState(State.LIVE, 1, PATIENCE);
      heard.awaitMore(Chat.class, 5, PATIENCE);

      server.freeze();
      long frozen = System.currentTimeMillis();
      Connection silent = heard.awaitState(State.SILENT, 1, PATIENCE);
      assertThat(silent.origin().received() - frozen).isLessThan(NOTICED.toMillis());
      assertThat(heard.awaitState(State.WAITING, 1, PATIENCE).detail())
          .isEqualTo("nothing heard for 70000 ms");

      server.thaw();
      heard.awaitState(State.LIVE, 2, PATIENCE);
      heard.awaitMore(Chat.class, 5, PATIENCE);
      Gap gap = heard.all(Gap.class).get(0);
      assertThat(gap.to() - gap.from()).isGreaterThanOrEqualTo(70_000);
      assertThat(room.health().counts().reconnects()).isEqualTo(1);
      System.out.printf(
          "FrozenServerTest: silent %d ms after the freeze, gap of %d ms%n",
          silent.origin().received() - frozen, gap.to() - gap.from());
    }
  }
}
