package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;

/** What one program's elements mean. One for each reading: it may remember. One thread. */
interface Dialect {
  /**
   * The events of an element, in their order; none where it is no message.
   *
   * @throws MalformedException in words, where it is a message that cannot be read
   */
  List<LiveEvent> events(XmlItem item) throws MalformedException;

  /** What was held back. */
  default List<LiveEvent> end() {
    return List.of();
  }
}
