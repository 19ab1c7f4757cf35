package io.github.danmuhub.record.index;

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
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EnumWords;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One small method per kind of event: what of it goes into which column. */
final class RowVisitor implements LiveEvent.Visitor<EventRow> {

  private static EventRow said(@Nullable User user, @Nullable String text) {
    return new EventRow(user, text, null, 0, null);
  }

  @Override
  public EventRow chat(Chat e) {
    return said(e.user(), e.text());
  }

  @Override
  public EventRow gift(Gift e) {
    return new EventRow(e.user(), null, e.item().name(), e.count(), e.value());
  }

  @Override
  public EventRow superChat(SuperChat e) {
    return new EventRow(e.user(), e.text(), null, 1, e.value());
  }

  @Override
  public EventRow retract(Retract e) {
    return said(e.user(), String.join(" ", e.ids()));
  }

  @Override
  public EventRow membership(Membership e) {
    return new EventRow(e.user(), e.tier(), e.name(), e.months(), e.value());
  }

  @Override
  public EventRow enter(Enter e) {
    return said(e.user(), e.effect());
  }

  @Override
  public EventRow follow(Follow e) {
    return said(e.user(), null);
  }

  @Override
  public EventRow share(Share e) {
    return said(e.user(), null);
  }

  @Override
  public EventRow like(Like e) {
    return new EventRow(e.user(), null, null, e.count(), null);
  }

  @Override
  public EventRow stats(Stats e) {
    String figures =
        e.figures().entrySet().stream()
            .map(figure -> EnumWords.word(figure.getKey()) + "=" + figure.getValue())
            .collect(Collectors.joining(" "));
    return said(null, figures);
  }

  @Override
  public EventRow rank(Rank e) {
    String names =
        e.list().stream().map(entry -> entry.user().displayName()).collect(Collectors.joining(" "));
    return said(null, names);
  }

  @Override
  public EventRow broadcast(Broadcast e) {
    return said(null, EnumWords.word(e.state()));
  }

  @Override
  public EventRow room(Room e) {
    return new EventRow(null, e.title(), e.area(), 0, null);
  }

  @Override
  public EventRow battle(Battle e) {
    String scores =
        e.sides().stream()
            .map(side -> Objects.requireNonNullElse(side.name(), "?") + "=" + side.score())
            .collect(Collectors.joining(" "));
    return said(null, (EnumWords.word(e.state()) + " " + scores).strip());
  }

  @Override
  public EventRow moderation(Moderation e) {
    User target = e.target();
    String whom = target == null ? "" : " " + target.displayName();
    return said(e.user(), EnumWords.word(e.action()) + whom);
  }

  @Override
  public EventRow lottery(Lottery e) {
    return new EventRow(
        e.user(), EnumWords.word(e.phase()), e.prize().name(), e.prize().count(), null);
  }

  @Override
  public EventRow notice(Notice e) {
    return said(e.user(), e.text());
  }

  @Override
  public EventRow unknown(Unknown e) {
    return said(null, e.cmd());
  }

  @Override
  public EventRow malformed(Malformed e) {
    return said(null, e.why());
  }

  @Override
  public EventRow connection(Connection e) {
    return said(null, EnumWords.word(e.state()));
  }

  @Override
  public EventRow gap(Gap e) {
    return new EventRow(null, e.why(), null, e.to() - e.from(), null);
  }
}
