package io.github.danmuhub.script;

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
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.script.Carried.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as far as one line of a platform's table carries it. */
final class Reduction implements LiveEvent.Visitor<Optional<LiveEvent>> {
  private final Carried carried;
  private final Carried.Line line;
  private final @Nullable Replay replay;

  /**
   * By that line of the table.
   *
   * @param replay null where it stays where and when it was
   */
  Reduction(Carried carried, Carried.Line line, @Nullable Replay replay) {
    this.carried = carried;
    this.line = line;
    this.replay = replay;
  }

  private boolean has(Field field) {
    return line.has(field);
  }

  private Origin origin(LiveEvent event) {
    Origin of = replay == null ? event.origin() : replay.origin(event.origin());
    long time = line.precision() == Carried.NO_TIME ? 0 : precise(of.time());
    String id = of.id() == null || !has(Field.ID) ? null : messageForm(of.id());
    return new Origin(of.platform(), of.room(), id, time, of.received(), of.history(), null);
  }

  /** A time as far as the line tells times. */
  private long precise(long time) {
    int precision = Math.max(1, line.precision());
    return time / precision * precision;
  }

  private @Nullable String id(@Nullable String id) {
    return id == null ? null : form(id);
  }

  private String form(String id) {
    return carried.ids() == Carried.Ids.TEXT ? id : NumberIds.of(id);
  }

  private String messageForm(String id) {
    return carried.ids() == Carried.Ids.NUMBERS ? NumberIds.of(id) : id;
  }

  /** Of a message or a combo that another event means. */
  private String messageId(String id) {
    return messageForm(replay == null ? id : String.valueOf(replay.renewed(id)));
  }

  /** Who acted, where the type always has somebody. */
  private User user(User user) {
    Set<User.Role> roles = EnumSet.noneOf(User.Role.class);
    user.roles().stream().filter(line::has).forEach(roles::add);
    return new User(
        id(user.id()),
        user.name(),
        has(Field.AVATAR) ? user.avatar() : null,
        has(Field.BADGE) ? badge(user.badge()) : null,
        roles,
        has(Field.LEVEL) ? user.level() : 0);
  }

  private User.@Nullable Badge badge(User.@Nullable Badge badge) {
    return badge == null || has(Field.BADGE_ROOM)
        ? badge
        : new User.Badge(badge.name(), badge.level(), null);
  }

  private @Nullable User anybody(@Nullable User user, Field field) {
    return user == null || !has(field) ? null : user(user);
  }

  /** Somebody who is only named. */
  private @Nullable User named(@Nullable User user, Field field) {
    return user == null || !has(field) ? null : User.of(id(user.id()), user.name());
  }

  private @Nullable Money money(@Nullable Money money, Field field) {
    boolean told = money != null && has(field) && carried.currencies().contains(money.currency());
    return told ? money : null;
  }

  @Override
  public Optional<LiveEvent> chat(Chat chat) {
    return Optional.of(
        new Chat(
            origin(chat),
            user(chat.user()),
            chat.text(),
            new Chat.Style(
                has(Field.COLOR) ? chat.color() : Chat.NO_COLOR,
                line.has(chat.mode()) ? chat.mode() : Chat.Mode.SCROLL),
            Chat.Pictures.of(
                has(Field.EMOTES) ? chat.emotes() : List.of(),
                has(Field.IMAGE) ? chat.image() : null),
            named(chat.replyTo(), Field.REPLY_TO),
            has(Field.REPEATED) ? chat.repeated() : 0));
  }

  @Override
  public Optional<LiveEvent> gift(Gift gift) {
    Gift.Combo combo = has(Field.COMBO) ? combo(gift.combo()) : null;
    if (gift.count() == 0 && combo == null) {
      return Optional.empty();
    }
    Gift.Item item = new Gift.Item(form(gift.item().id()), gift.item().name());
    return Optional.of(
        new Gift(
            origin(gift),
            user(gift.user()),
            item,
            gift.count(),
            combo,
            price(gift.price()),
            named(gift.to(), Field.TO)));
  }

  private Gift.@Nullable Combo combo(Gift.@Nullable Combo combo) {
    return combo == null
        ? null
        : new Gift.Combo(messageId(combo.id()), combo.total(), combo.last());
  }

  private Gift.Price price(Gift.Price price) {
    Money paid = money(price.paid(), Field.VALUE);
    Money worth = money(price.worth(), Field.WORTH);
    Gift.Box box = has(Field.BOX) ? price.box() : null;
    return paid == null && worth == null && box == null
        ? Gift.Price.NONE
        : new Gift.Price(paid, worth, box);
  }

  /** What was paid is the point: in a currency that the platform lacks it cannot be carried. */
  @Override
  public Optional<LiveEvent> superChat(SuperChat chat) {
    Money paid = money(chat.value(), Field.VALUE);
    int seconds = has(Field.SECONDS) ? chat.seconds() : 0;
    SuperChat.Colors colors = has(Field.COLOR) ? chat.colors() : null;
    return Optional.ofNullable(paid)
        .map(
            value ->
                new SuperChat(
                    origin(chat), user(chat.user()), chat.text(), value, seconds, colors));
  }

  @Override
  public Optional<LiveEvent> retract(Retract retract) {
    List<String> ids = new ArrayList<>();
    retract.ids().forEach(id -> ids.add(messageId(id)));
    User user = named(retract.user(), Field.USER);
    return ids.isEmpty() && user == null
        ? Optional.empty()
        : Optional.of(new Retract(origin(retract), user, ids));
  }

  @Override
  public Optional<LiveEvent> membership(Membership bought) {
    Membership.Kind kind = bought.kind();
    if (has(Field.TIER_OF_BADGE)) {
      return joined(bought);
    }
    return Optional.of(
        new Membership(
            origin(bought),
            user(bought.user()),
            bought.tier(),
            bought.name(),
            has(Field.TERM) ? bought.term() : Membership.Term.UNKNOWN,
            money(bought.value(), Field.VALUE),
            kind != null && line.has(kind) ? kind : null));
  }

  /** Who wears no badge has joined no club; and one joins but once. */
  private Optional<LiveEvent> joined(Membership bought) {
    User member = user(bought.user());
    User.Badge badge = member.badge();
    return badge == null || bought.kind() != Membership.Kind.NEW
        ? Optional.empty()
        : Optional.of(
            new Membership(
                origin(bought),
                member,
                Integer.toString(badge.level()),
                badge.name(),
                Membership.Term.UNKNOWN,
                null,
                Membership.Kind.NEW));
  }

  @Override
  public Optional<LiveEvent> enter(Enter enter) {
    String effect = has(Field.EFFECT) ? enter.effect() : null;
    return Optional.of(new Enter(origin(enter), user(enter.user()), effect));
  }

  @Override
  public Optional<LiveEvent> follow(Follow follow) {
    return Optional.of(new Follow(origin(follow), user(follow.user())));
  }

  @Override
  public Optional<LiveEvent> share(Share share) {
    return Optional.of(new Share(origin(share), user(share.user())));
  }

  /** A platform that does not sum likes up does not count them either. */
  @Override
  public Optional<LiveEvent> like(Like like) {
    long total = has(Field.TOTAL) ? like.total() : 0;
    long count = has(Field.TOTAL) ? like.count() : 1;
    User user = anybody(like.user(), Field.USER);
    return Optional.of(new Like(origin(like), user, count, total));
  }

  @Override
  public Optional<LiveEvent> stats(Stats stats) {
    Map<Stats.Figure, Long> figures = new EnumMap<>(Stats.Figure.class);
    stats
        .figures()
        .forEach(
            (figure, n) -> {
              if (line.has(figure)) {
                figures.put(figure, n);
              }
            });
    return figures.isEmpty() ? Optional.empty() : Optional.of(new Stats(origin(stats), figures));
  }

  @Override
  public Optional<LiveEvent> rank(Rank rank) {
    List<Rank.Entry> list = new ArrayList<>();
    for (Rank.Entry entry : rank.list()) {
      long score = has(Field.SCORE) ? entry.score() : 0;
      list.add(new Rank.Entry(user(entry.user()), score, entry.rank()));
    }
    return Optional.of(new Rank(origin(rank), list));
  }

  @Override
  public Optional<LiveEvent> broadcast(Broadcast broadcast) {
    long since = has(Field.SINCE) ? precise(broadcast.since()) : 0;
    return when(broadcast.state(), new Broadcast(origin(broadcast), broadcast.state(), since));
  }

  @Override
  public Optional<LiveEvent> room(Room room) {
    String area = has(Field.AREA) ? room.area() : null;
    User anchor = named(room.anchor(), Field.ANCHOR);
    return Optional.of(new Room(origin(room), room.title(), area, anchor));
  }

  @Override
  public Optional<LiveEvent> battle(Battle battle) {
    long ends = has(Field.ENDS) ? precise(battle.ends()) : 0;
    return when(battle.state(), new Battle(origin(battle), battle.state(), battle.sides(), ends));
  }

  @Override
  public Optional<LiveEvent> moderation(Moderation done) {
    User user = named(done.user(), Field.USER);
    User target = named(done.target(), Field.TARGET);
    String text = has(Field.TEXT) ? done.text() : null;
    return when(done.action(), new Moderation(origin(done), user, done.action(), target, text));
  }

  @Override
  public Optional<LiveEvent> lottery(Lottery lottery) {
    Lottery.Prize prize = prize(lottery.prize());
    List<User> winners = new ArrayList<>();
    if (has(Field.WINNERS)) {
      lottery.winners().forEach(one -> winners.add(User.of(id(one.id()), one.name())));
    }
    User user = named(lottery.user(), Field.USER);
    return when(
        lottery.phase(), new Lottery(origin(lottery), user, lottery.phase(), prize, winners));
  }

  private Lottery.Prize prize(Lottery.Prize prize) {
    if (has(Field.PRIZE_NAME)) {
      return new Lottery.Prize(prize.name() == null ? "" : prize.name(), 0, null);
    }
    return has(Field.PRIZE) ? prize : Lottery.Prize.UNKNOWN;
  }

  @Override
  public Optional<LiveEvent> notice(Notice notice) {
    User user = named(notice.user(), Field.USER);
    return Optional.of(new Notice(origin(notice), user, notice.text()));
  }

  private Optional<LiveEvent> when(Enum<?> word, LiveEvent event) {
    return line.has(word) ? Optional.of(event) : Optional.empty();
  }

  @Override
  public Optional<LiveEvent> unknown(Unknown event) {
    return Optional.empty();
  }

  @Override
  public Optional<LiveEvent> malformed(Malformed event) {
    return Optional.empty();
  }

  @Override
  public Optional<LiveEvent> connection(Connection event) {
    return Optional.empty();
  }

  @Override
  public Optional<LiveEvent> gap(Gap event) {
    return Optional.empty();
  }
}
