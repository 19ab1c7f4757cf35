package io.github.danmuhub.feed;

import io.github.danmuhub.testing.WiredRoom;
import java.util.List;

class KuaixunContractTest extends FeedContract {
  KuaixunContractTest() {
    super("kuaixun.yaml");
  }

  /** The token that the lookup was answered. */
  @Override
  protected List<String> secrets(WiredRoom room) {
    return List.of(
        room.exchanges.get(0).reply().text().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1"));
  }

  @Override
  protected long heartbeatMs() {
    return 30_000;
  }
}
