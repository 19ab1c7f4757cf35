package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a live room, or to our connection with it. Immutable; safe to hand to
 * any thread.
 */
public sealed interface LiveEvent
    permits Chat,
        Gift,
        SuperChat,
        Retract,
        Membership,
        Enter,
        Follow,
        Share,
        Like,
        Stats,
        Rank,
        Broadcast,
        Room,
        Battle,
        Moderation,
        Lottery,
        Notice,
        Unknown,
        Malformed,
        Connection,
        Gap {

  /** Where and when it happened. */
  Origin origin();

  /** Who acted; null where no user did, or the platform does not say. */
  default @Nullable User user() {
    return null;
  }

  /** Calls the method of {@code visitor} that belongs to this kind of event. */
  <R> R accept(Visitor<R> visitor);

  /** Exhaustive handling: one method per kind of event. Goes when the floor is Java 21. */
  interface Visitor<R> {
    R chat(Chat event);

    R gift(Gift event);

    R superChat(SuperChat event);

    R retract(Retract event);

    R membership(Membership event);

    R enter(Enter event);

    R follow(Follow event);

    R share(Share event);

    R like(Like event);

    R stats(Stats event);

    R rank(Rank event);

    R broadcast(Broadcast event);

    R room(Room event);

    R battle(Battle event);

    R moderation(Moderation event);

    R lottery(Lottery event);

    R notice(Notice event);

    R unknown(Unknown event);

    R malformed(Malformed event);

    R connection(Connection event);

    R gap(Gap event);
  }
}
