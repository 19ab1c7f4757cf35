package io.github.danmuhub.feed;

import io.github.danmuhub.platform.site.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SocketioContractTest extends FeedContract {
  SocketioContractTest() {
    super("socketio.yaml");
  }

  @Override
  protected Map<String, String> roomForms() {
    return Map.of("lobby", "lobby", "https://chat.example/rooms/cats", "cats");
  }

  @Override
  protected List<String> noRooms() {
    return List.of(
        "https://chat.example/", "https://chat.example/rooms/", "https://other.example/rooms/cats");
  }

  @Override
  protected long heartbeatMs() {
    return 0;
  }

  /** It looks nothing up. */
  @Override
  protected Map<Fault, Ending> faults() {
    Map<Fault, Ending> faults = new HashMap<>(super.faults());
    faults.remove(Fault.LOOKUP_REFUSED);
    return faults;
  }
}
