package io.github.danmuhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomNewsTest {
  private static List<State> told(State... states) {
    List<LiveEvent> news = new ArrayList<>();
    RoomNews room = new RoomNews(news::add);
    for (State state : states) {
      Origin origin = Origin.ours("bilibili", "1", 0);
      room.print(new Connection(origin, state, null, 0, 0, 0, Connection.Health.NONE));
    }
    return Stream.of(news.toArray(Connection[]::new)).map(Connection::state).toList();
  }

  @Test
  void aRoomIsNewsWhenItIsHeardAndWhenItNoLongerIs() {
    assertThat(told(State.LIVE, State.WAITING, State.CONNECTING, State.WAITING, State.LIVE))
        .containsExactly(State.LIVE, State.WAITING, State.LIVE);
  }

  @Test
  void aRoomThatIsClosedAndOpenedAgainIsNewsAgain() {
    assertThat(told(State.LIVE, State.ENDED, State.LIVE)).containsExactly(State.LIVE, State.LIVE);
  }
}
