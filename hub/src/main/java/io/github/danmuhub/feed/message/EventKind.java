package io.github.danmuhub.feed.message;

import static io.github.danmuhub.script.Carried.Field.AVATAR;
import static io.github.danmuhub.script.Carried.Field.ID;
import static io.github.danmuhub.script.Carried.Field.LEVEL;
import static io.github.danmuhub.script.Carried.Field.SECONDS;
import static io.github.danmuhub.script.Carried.Field.TOTAL;
import static io.github.danmuhub.script.Carried.Field.USER;
import static io.github.danmuhub.script.Carried.Field.VALUE;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.script.Carried;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The events that a feed can tell: which fields each has, how it is read and written. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of, and method references
public enum EventKind {
  CHAT(
      Chat.class,
      List.of("text"),
      List.of("user", "user_id", "avatar", "level"),
      (in, at) -> Chat.of(at, in.user(), in.text("text").orElse(""))),
  NOTICE(
      Notice.class,
      List.of("text"),
      List.of("user", "user_id"),
      (in, at) -> new Notice(at, in.userOrNull(), in.text("text").orElse(""))),
  ENTER(
      Enter.class,
      List.of("user"),
      List.of("user_id", "avatar", "level"),
      (in, at) -> new Enter(at, in.user(), null)),
  FOLLOW(
      Follow.class,
      List.of("user"),
      List.of("user_id", "avatar", "level"),
      (in, at) -> new Follow(at, in.user())),
  SHARE(
      Share.class,
      List.of("user"),
      List.of("user_id", "avatar", "level"),
      (in, at) -> new Share(at, in.user())),
  LIKE(
      Like.class,
      List.of(),
      List.of("user", "user_id", "count", "total"),
      (in, at) -> new Like(at, in.userOrNull(), in.number("count", 1), in.number("total", 0))),
  GIFT(
      Gift.class,
      List.of("gift"),
      List.of("gift_id", "count", "price", "currency", "user", "user_id", "avatar", "level"),
      EventKind::gift),
  SUPER_CHAT(
      SuperChat.class,
      List.of("text", "price"),
      List.of("currency", "seconds", "user", "user_id", "avatar", "level"),
      EventKind::superChat),
  STATS(
      Stats.class,
      List.of(),
      List.of("online", "watched", "likes", "popularity", "followers", "members"),
      EventKind::stats);

  private static final List<String> OF_ALL = List.of("id", "time");

  private final Class<? extends LiveEvent> type;
  private final List<String> needed;
  private final List<String> more;
  private final BiFunction<Reading, Origin, @Nullable LiveEvent> read;

  EventKind(
      Class<? extends LiveEvent> type,
      List<String> needed,
      List<String> more,
      BiFunction<Reading, Origin, @Nullable LiveEvent> read) {
    this.type = type;
    this.needed = needed;
    this.more = more;
    this.read = read;
  }

  /** As in a file: {@code super_chat}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Class<? extends LiveEvent> type() {
    return type;
  }

  List<String> needed() {
    return needed;
  }

  /** The names of all its fields. */
  Set<String> fields() {
    Set<String> all = new TreeSet<>(OF_ALL);
    all.addAll(needed);
    all.addAll(more);
    return all;
  }

  /** Null where the message does not say what it takes. */
  @Nullable LiveEvent read(Reading in, Origin at) {
    return read.apply(in, at);
  }

  private static Gift gift(Reading in, Origin at) {
    String name = in.text("gift").orElse("");
    Gift.Item item = new Gift.Item(in.text("gift_id").orElse(name), name);
    return new Gift(
        at, in.user(), item, in.number("count", 1), null, Gift.Price.of(in.money()), null);
  }

  private static @Nullable LiveEvent superChat(Reading in, Origin at) {
    Money price = in.money();
    int seconds = (int) in.number("seconds", 0);
    return price == null
        ? null
        : new SuperChat(at, in.user(), in.text("text").orElse(""), price, seconds);
  }

  private static @Nullable LiveEvent stats(Reading in, Origin at) {
    Map<Stats.Figure, Long> figures = new EnumMap<>(Stats.Figure.class);
    for (Stats.Figure figure : Stats.Figure.values()) {
      long n = in.number(figure.name().toLowerCase(Locale.ROOT), -1);
      if (n >= 0) {
        figures.put(figure, n);
      }
    }
    return figures.isEmpty() ? null : new Stats(at, figures);
  }

  /** The other direction; what the rule has no place for is left out. */
  void write(LiveEvent event, Writing out) {
    out.user(event.user());
    if (event instanceof Chat chat) {
      out.text("text", chat.text());
    } else if (event instanceof Notice notice) {
      out.text("text", notice.text());
    } else if (event instanceof Like like) {
      out.number("count", like.count()).number("total", like.total());
    } else if (event instanceof Gift gift) {
      out.text("gift", gift.item().name()).text("gift_id", gift.item().id());
      out.number("count", gift.count()).money(gift.value());
    } else if (event instanceof SuperChat chat) {
      out.text("text", chat.text()).number("seconds", chat.seconds()).money(chat.value());
    } else if (event instanceof Stats stats) {
      stats.figures().forEach((f, n) -> out.number(f.name().toLowerCase(Locale.ROOT), n));
    }
  }

  /** What its messages carry, where they tell those fields. */
  Carried.Line line(Set<String> told, int precision) {
    Set<Carried.Field> fields = new HashSet<>();
    CARRIED.forEach(
        (field, carried) -> {
          if (told.contains(field)) {
            fields.add(carried);
          }
        });
    Enum<?>[] figures =
        List.of(Stats.Figure.values()).stream()
            .filter(figure -> told.contains(figure.name().toLowerCase(Locale.ROOT)))
            .toArray(Enum<?>[]::new);
    return Carried.line(type, precision, fields, figures);
  }

  private static final Map<String, Carried.Field> CARRIED =
      Map.of(
          "id", ID,
          "user", USER,
          "avatar", AVATAR,
          "level", LEVEL,
          "price", VALUE,
          "seconds", SECONDS,
          "total", TOTAL);
}
