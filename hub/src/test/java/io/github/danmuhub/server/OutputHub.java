package io.github.danmuhub.server;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;

/** A hub with one output beside it, for tests. */
record OutputHub(Hub hub, EventStream events, OutputPart output) implements AutoCloseable {
  /** Whatever fails here is thrown. */
  private static final class Unheard implements PartStatus {
    @Override
    public void failing(Phrase why) {}

    @Override
    public void working(Phrase words) {}
  }

  static OutputHub start(ServerConfig config, OutputsConfig outputs)
      throws ConfigException, IOException {
    Hub hub = Hub.start(config);
    EventStream events = new EventStream();
    OutputPart output = OutputPart.all(outputs, () -> hub.server, events).get(0);
    output.start(new Unheard());
    return new OutputHub(hub, events, output);
  }

  int port() {
    return output.port();
  }

  /** {@code m<n>} in room 1. */
  void say(int n) {
    events.publish(Hub.chat("1", "m" + n));
  }

  @Override
  public void close() {
    output.close();
    hub.close();
    events.close();
  }
}
