package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.testing.Heard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page connects by itself, and signs by itself; we only listen. */
class RoomThroughItsPageTest {
  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void itSaysWhatTheDirectConnectionSays(@TempDir Path profiles) throws Exception {
    Heard direct = new Heard();
    try (Simulator simulator = Hosted.scripted(20, PagedRooms.ROOM);
        DanmuClient client = Hosted.client(simulator)) {
      client.listen("direct", direct);
      client.open(PagedRooms.ROOM);
      direct.awaitState(State.LIVE, 1, LONG);
      try (PagedRooms paged = new PagedRooms(simulator, profiles)) {
        paged.heard.awaitState(State.LIVE, 1, LONG);
        paged.heard.awaitMore(Chat.class, 10, LONG);
        List<String> chats = PagedRooms.messages(List.copyOf(paged.heard.all(Chat.class)));
        await()
            .atMost(LONG)
            .untilAsserted(
                () ->
                    assertThat(PagedRooms.messages(List.copyOf(direct.all(Chat.class))))
                        .containsSequence(chats));
        assertThat(simulator.tallies().get("douyin"))
            .as("one handshake each, and no word of ours on the page's socket")
            .containsEntry("handshakes accepted", 2L)
            .doesNotContainKey("handshake whose User-Agent is not its browser_version");
      }
    }
  }
}
