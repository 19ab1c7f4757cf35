package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;

/** Reads one kind of message and emits what it says. */
@FunctionalInterface
interface Command {
  /**
   * Reads the rest of the message.
   *
   * @throws IOException if the message is not JSON
   * @throws MalformedException if it lacks what makes it useful
   */
  void read(Message message) throws IOException, MalformedException;
}
