package io.github.danmuhub.rule.model;

import static io.github.danmuhub.rule.model.Field.Kind.MONEY;
import static io.github.danmuhub.rule.model.Field.Kind.ROLES;
import static io.github.danmuhub.rule.model.Field.Kind.WHOLE;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of {@link Field}s; their names are those of JSON v1. */
final class FieldTable {
  private static final List<String> WITH_USER =
      List.of("chat", "gift", "super_chat", "membership", "enter", "follow", "share", "like");

  private final Map<String, Field> all = new LinkedHashMap<>();

  /** All of them, by name. */
  Map<String, Field> build() {
    for (String type : List.of("chat", "super_chat", "notice", Occasion.HTTP)) {
      text("text").in(type, Occasion::text);
    }
    EventTypes.names().forEach(this::place);
    WITH_USER.forEach(this::person);
    gifts();
    purchases();
    facts();
    return Collections.unmodifiableMap(all);
  }

  private void gifts() {
    text("gift.id").in("gift", event(Gift.class, gift -> gift.item().id()));
    text("gift.name").in("gift", event(Gift.class, gift -> gift.item().name()));
    text("box.name")
        .in(
            "gift",
            event(Gift.class, g -> g.price().box() == null ? null : g.price().box().name()));
    field("count", WHOLE)
        .in("gift", event(Gift.class, Gift::count))
        .in("like", event(Like.class, Like::count))
        .in("lottery", event(Lottery.class, lottery -> lottery.prize().count()));
    field("combo.total", WHOLE)
        .in("gift", event(Gift.class, g -> g.combo() == null ? g.count() : g.combo().total()));
    field("total", WHOLE).in("like", event(Like.class, Like::total));
  }

  private void purchases() {
    field("value", MONEY)
        .in("gift", event(Gift.class, Gift::value))
        .in("super_chat", event(SuperChat.class, SuperChat::value))
        .in("membership", event(Membership.class, Membership::value))
        .in("lottery", event(Lottery.class, lottery -> lottery.prize().value()));
    field("worth", MONEY).in("gift", event(Gift.class, gift -> gift.price().worth()));
    field("seconds", WHOLE).in("super_chat", event(SuperChat.class, s -> (long) s.seconds()));
    text("tier").in("membership", event(Membership.class, Membership::tier));
    text("name")
        .in("membership", event(Membership.class, Membership::name))
        .in("lottery", event(Lottery.class, lottery -> lottery.prize().name()));
    field("months", WHOLE).in("membership", event(Membership.class, m -> (long) m.months()));
    field("days", WHOLE).in("membership", event(Membership.class, m -> (long) m.days()));
    text("kind").in("membership", event(Membership.class, m -> word(m.kind())));
  }

  private void facts() {
    text("effect").in("enter", event(Enter.class, Enter::effect));
    text("state")
        .in("broadcast", event(Broadcast.class, b -> word(b.state())))
        .in("battle", event(Battle.class, b -> word(b.state())))
        .in("connection", event(Connection.class, c -> word(c.state())));
    text("phase").in("lottery", event(Lottery.class, lottery -> word(lottery.phase())));
    text("action").in("moderation", event(Moderation.class, m -> word(m.action())));
    text("title").in("room", event(Room.class, Room::title));
    text("area").in("room", event(Room.class, Room::area));
    for (Stats.Figure figure : Stats.Figure.values()) {
      field(Objects.requireNonNull(word(figure)), WHOLE)
          .in("stats", event(Stats.class, stats -> stats.figures().get(figure)));
    }
    for (String vote : List.of(Occasion.VOTE, Occasion.NO_VOTE)) {
      vote(vote);
    }
  }

  private void place(String type) {
    text("platform").in(type, event(LiveEvent.class, event -> event.origin().platform()));
    text("room").in(type, Occasion::room);
  }

  private void person(String type) {
    text("user.id").in(type, user(User::id));
    text("user.name").in(type, user(User::displayName));
    field("user.level", WHOLE).in(type, user(user -> (long) user.level()));
    field("roles", ROLES).in(type, user(User::roles));
    text("badge.name").in(type, badge(User.Badge::name));
    text("badge.room").in(type, badge(User.Badge::room));
    field("badge.level", WHOLE).in(type, badge(badge -> (long) badge.level()));
  }

  private void vote(String type) {
    text("vote.name").in(type, said("vote.name"));
    text("vote.winner").in(type, said("vote.winner"));
    text("vote.option").in(type, said("vote.option"));
    text("vote.drawn").in(type, said("vote.drawn"));
    field("vote.count", WHOLE).in(type, figure("vote.count"));
    field("vote.total", WHOLE).in(type, figure("vote.total"));
  }

  private Field text(String name) {
    return field(name, Field.Kind.TEXT);
  }

  private Field field(String name, Field.Kind kind) {
    return all.computeIfAbsent(name, unused -> new Field(name, kind));
  }

  private static <E extends LiveEvent> Function<Occasion, @Nullable Object> event(
      Class<E> kind, Function<E, @Nullable Object> reader) {
    return occasion ->
        kind.isInstance(occasion.event()) ? reader.apply(kind.cast(occasion.event())) : null;
  }

  private static Function<Occasion, @Nullable Object> user(
      Function<User, @Nullable Object> reader) {
    return occasion -> {
      User user = occasion.user();
      return user == null ? null : reader.apply(user);
    };
  }

  private static Function<Occasion, @Nullable Object> badge(
      Function<User.Badge, @Nullable Object> reader) {
    return user(user -> user.badge() == null ? null : reader.apply(user.badge()));
  }

  private static Function<Occasion, @Nullable Object> said(String name) {
    return occasion -> occasion.said(name);
  }

  private static Function<Occasion, @Nullable Object> figure(String name) {
    return occasion -> {
      String said = occasion.said(name);
      return said == null ? null : Long.valueOf(said);
    };
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
