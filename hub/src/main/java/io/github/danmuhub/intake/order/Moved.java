package io.github.danmuhub.intake.order;

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
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;

/** The same event, received at another time. */
public record Moved(Origin origin) implements LiveEvent.Visitor<LiveEvent> {

  /** {@code event}, received at {@code received}, epoch milliseconds. */
  public static LiveEvent to(long received, LiveEvent event) {
    Origin old = event.origin();
    if (old.received() == received) {
      return event;
    }
    Origin moved =
        new Origin(
            old.platform(), old.room(), old.id(), old.time(), received, old.history(), old.raw());
    return event.accept(new Moved(moved));
  }

  @Override
  public LiveEvent chat(Chat e) {
    return new Chat(origin, e.user(), e.text(), e.style(), e.pictures(), e.replyTo(), e.repeated());
  }

  @Override
  public LiveEvent gift(Gift e) {
    return new Gift(origin, e.user(), e.item(), e.count(), e.combo(), e.price(), e.to());
  }

  @Override
  public LiveEvent superChat(SuperChat e) {
    return new SuperChat(origin, e.user(), e.text(), e.value(), e.seconds(), e.colors());
  }

  @Override
  public LiveEvent retract(Retract e) {
    return new Retract(origin, e.user(), e.ids());
  }

  @Override
  public LiveEvent membership(Membership e) {
    return new Membership(origin, e.user(), e.tier(), e.name(), e.term(), e.value(), e.kind());
  }

  @Override
  public LiveEvent enter(Enter e) {
    return new Enter(origin, e.user(), e.effect());
  }

  @Override
  public LiveEvent follow(Follow e) {
    return new Follow(origin, e.user());
  }

  @Override
  public LiveEvent share(Share e) {
    return new Share(origin, e.user());
  }

  @Override
  public LiveEvent like(Like e) {
    return new Like(origin, e.user(), e.count(), e.total());
  }

  @Override
  public LiveEvent stats(Stats e) {
    return new Stats(origin, e.figures());
  }

  @Override
  public LiveEvent rank(Rank e) {
    return new Rank(origin, e.list());
  }

  @Override
  public LiveEvent broadcast(Broadcast e) {
    return new Broadcast(origin, e.state(), e.since());
  }

  @Override
  public LiveEvent room(Room e) {
    return new Room(origin, e.title(), e.area(), e.anchor());
  }

  @Override
  public LiveEvent battle(Battle e) {
    return new Battle(origin, e.state(), e.sides(), e.ends());
  }

  @Override
  public LiveEvent moderation(Moderation e) {
    return new Moderation(origin, e.user(), e.action(), e.target(), e.text());
  }

  @Override
  public LiveEvent lottery(Lottery e) {
    return new Lottery(origin, e.user(), e.phase(), e.prize(), e.winners());
  }

  @Override
  public LiveEvent notice(Notice e) {
    return new Notice(origin, e.user(), e.text());
  }

  @Override
  public LiveEvent unknown(Unknown e) {
    return new Unknown(origin, e.cmd());
  }

  @Override
  public LiveEvent malformed(Malformed e) {
    return new Malformed(origin, e.why(), e.size());
  }

  @Override
  public LiveEvent connection(Connection e) {
    return new Connection(
        origin, e.state(), e.detail(), e.code(), e.attempt(), e.nextInMs(), e.health());
  }

  @Override
  public LiveEvent gap(Gap e) {
    return new Gap(origin, e.from(), e.to(), e.why());
  }
}
