package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import org.jspecify.annotations.Nullable;

/** What is remembered of a room from message to message. One thread. */
final class RoomMemory {
  private final RoomRef ref;
  private final boolean keepsRaw;
  private final GuardPurchases purchases;
  private Broadcast.@Nullable State broadcast;
  private @Nullable String anchor;

  RoomMemory(RoomRef ref, boolean keepsRaw, Emitter out) {
    this.ref = ref;
    this.keepsRaw = keepsRaw;
    this.purchases = new GuardPurchases(out);
  }

  RoomRef ref() {
    return ref;
  }

  boolean keepsRaw() {
    return keepsRaw;
  }

  GuardPurchases purchases() {
    return purchases;
  }

  /** Whether the state has changed by this. */
  boolean turns(Broadcast.State state) {
    boolean news = broadcast != state;
    broadcast = state;
    return news;
  }

  void anchor(String uid) {
    anchor = uid;
  }

  /** The user of a message, now that it is read. */
  User user(Person person) {
    if (anchor != null) {
      person.is(User.Role.ANCHOR, anchor.equals(person.id()));
      person.badge.isOf(anchor, ref.room());
    }
    return person.build();
  }

  /**
   * Who receives a gift, where that is not simply the anchor.
   *
   * @param named whether the sender chose them, or they are a guest of the room
   */
  @Nullable User receiver(Person person, boolean named) {
    String id = person.id();
    boolean other = anchor == null ? named : !anchor.equals(id);
    return id != null && other ? person.build() : null;
  }
}
