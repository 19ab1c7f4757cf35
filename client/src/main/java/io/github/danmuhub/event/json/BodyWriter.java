package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;

/** The table: kind of event → who writes its own fields. {@link EventTypes} is its mirror. */
record BodyWriter(FieldWriter out) implements LiveEvent.Visitor<FieldWriter> {

  @Override
  public FieldWriter chat(Chat event) {
    return Messages.write(out, event);
  }

  @Override
  public FieldWriter gift(Gift event) {
    return Gifts.write(out, event);
  }

  @Override
  public FieldWriter superChat(SuperChat event) {
    return Messages.write(out, event);
  }

  @Override
  public FieldWriter retract(Retract event) {
    return Messages.write(out, event);
  }

  @Override
  public FieldWriter membership(Membership event) {
    return Gifts.write(out, event);
  }

  @Override
  public FieldWriter enter(Enter event) {
    return Visits.write(out, event);
  }

  @Override
  public FieldWriter follow(Follow event) {
    return out;
  }

  @Override
  public FieldWriter share(Share event) {
    return out;
  }

  @Override
  public FieldWriter like(Like event) {
    return Gifts.write(out, event);
  }

  @Override
  public FieldWriter stats(Stats event) {
    return RoomFacts.write(out, event);
  }

  @Override
  public FieldWriter rank(Rank event) {
    return RoomFacts.write(out, event);
  }

  @Override
  public FieldWriter broadcast(Broadcast event) {
    return RoomFacts.write(out, event);
  }

  @Override
  public FieldWriter room(Room event) {
    return RoomFacts.write(out, event);
  }

  @Override
  public FieldWriter battle(Battle event) {
    return Battles.write(out, event);
  }

  @Override
  public FieldWriter moderation(Moderation event) {
    return RoomFacts.write(out, event);
  }

  @Override
  public FieldWriter lottery(Lottery event) {
    return RoomFacts.write(out, event);
  }

  @Override
  public FieldWriter notice(Notice event) {
    return Messages.write(out, event);
  }

  @Override
  public FieldWriter unknown(Unknown event) {
    return Reports.write(out, event);
  }

  @Override
  public FieldWriter malformed(Malformed event) {
    return Reports.write(out, event);
  }

  @Override
  public FieldWriter connection(Connection event) {
    return Reports.write(out, event);
  }

  @Override
  public FieldWriter gap(Gap event) {
    return Reports.write(out, event);
  }
}
