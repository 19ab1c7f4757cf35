package io.github.danmuhub.record.copy;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;

/** What a {@link CopyPlan} comes to, in the order in which it happened. */
public interface CopyHearer {
  /** A broadcast began, or is heard of for the first time. */
  default void began(RoomFacts room, Session broadcast) throws IOException {}

  /** A broadcast is over. */
  default void ended(RoomFacts room, Session broadcast) throws IOException {}

  /** The next line is the file's first. */
  default void opened(RoomFacts room, CopyFile file) throws IOException {}

  /** The event is the file's next. */
  default void line(CopyFile file, LiveEvent event) throws IOException {}

  /**
   * Nothing more comes.
   *
   * @param at epoch milliseconds
   */
  default void closed(RoomFacts room, CopyFile file, long at) throws IOException {}
}
