package io.github.danmuhub.cli.terminal;

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
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Reasons;
import io.github.danmuhub.text.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as one line for a person: 弹幕姬. Everything a stranger wrote is made printable. */
final class ChatLine implements LiveEvent.Visitor<String> {
  private final Paint paint;
  private final Words words;

  ChatLine(Paint paint, Words words) {
    this.paint = paint;
    this.words = words;
  }

  String of(LiveEvent event) {
    String history = event.origin().history() ? paint.dim(words.say("line.earlier") + " ") : "";
    return history + event.accept(this);
  }

  @Override
  public String chat(Chat e) {
    boolean sticker = e.image() != null && e.text().isEmpty();
    String text = sticker ? words.say("line.sticker") : Printable.line(e.text());
    return who(e.user()) + ": " + paint.rgb(e.color(), text);
  }

  @Override
  public String gift(Gift e) {
    if (e.count() == 0) {
      long total = e.combo() == null ? 0 : e.combo().total();
      return paint.dim(words.say("line.combo", name(e.user()), total, item(e)));
    }
    Gift.Box box = e.price().box();
    String gift = words.say("line.gift", name(e.user()), e.count(), item(e));
    String from = box == null ? "" : words.say("line.box", Printable.line(box.name()));
    return paint.gold("🎁 " + gift + from) + worth(e.value());
  }

  private static String item(Gift e) {
    return Printable.line(e.item().name());
  }

  @Override
  public String superChat(SuperChat e) {
    return paint.gold("💬 " + name(e.user()) + worth(e.value()) + ": ") + Printable.line(e.text());
  }

  @Override
  public String retract(Retract e) {
    return e.ids().isEmpty()
        ? paint.dim(words.say("line.retract.all", name(e.user())))
        : paint.dim(words.say("line.retract", Printable.line(String.join(", ", e.ids()))));
  }

  @Override
  public String membership(Membership e) {
    String joined = words.say("line.membership", name(e.user()), Printable.line(e.name()));
    return paint.gold("⚓ " + joined) + term(e.term()) + worth(e.value());
  }

  /** One month is what everybody takes: not worth a word. */
  private String term(Membership.Term term) {
    if (term.days() > 0) {
      return words.say("line.term", Phrase.count(term.days(), "day"));
    }
    return term.months() > 1 ? words.say("line.term", Phrase.count(term.months(), "month")) : "";
  }

  @Override
  public String enter(Enter e) {
    return paint.dim(
        e.effect() == null ? words.say("line.enter", name(e.user())) : Printable.line(e.effect()));
  }

  @Override
  public String follow(Follow e) {
    return paint.green("+ " + words.say("line.follow", name(e.user())));
  }

  @Override
  public String share(Share e) {
    return paint.dim(words.say("line.share", name(e.user())));
  }

  @Override
  public String like(Like e) {
    return paint.dim("👍 " + name(e.user()) + (e.count() > 1 ? " × " + e.count() : ""));
  }

  @Override
  public String stats(Stats e) {
    return paint.dim(
        e.figures().entrySet().stream()
            .map(f -> word("figure", f.getKey()) + " " + f.getValue())
            .collect(Collectors.joining(" · ")));
  }

  @Override
  public String rank(Rank e) {
    return paint.dim(
        e.list().stream()
            .limit(3)
            .map(r -> r.rank() + ". " + name(r.user()))
            .collect(Collectors.joining("  ", words.say("line.rank"), "")));
  }

  @Override
  public String broadcast(Broadcast e) {
    return paint.bold("── " + word("broadcast", e.state()) + " ──");
  }

  @Override
  public String room(Room e) {
    String area = e.area() == null ? "" : " (" + Printable.line(e.area()) + ")";
    return paint.bold("── " + Printable.line(e.title()) + area + " ──");
  }

  @Override
  public String battle(Battle e) {
    return paint.gold(
        e.sides().stream()
            .map(ChatLine::side)
            .collect(Collectors.joining(" : ", "⚔ " + word("battle", e.state()) + " ", ""))
            .strip());
  }

  private static String side(Battle.Side side) {
    String name = side.name() == null ? side.room() : side.name();
    return (name == null ? "?" : Printable.line(name)) + " " + side.score();
  }

  @Override
  public String moderation(Moderation e) {
    return paint.red(
        word("moderation", e.action())
            + (e.target() == null ? "" : " " + name(e.target()))
            + (e.text() == null ? "" : ": " + Printable.line(e.text())));
  }

  @Override
  public String lottery(Lottery e) {
    String name = e.prize().name();
    String prize = name == null ? "" : " " + Printable.line(name);
    String winners =
        e.winners().stream().limit(5).map(this::name).collect(Collectors.joining(", "));
    return paint.gold("🎲 " + word("lottery", e.phase()) + prize)
        + worth(e.prize().value())
        + (winners.isEmpty() ? "" : ": " + winners);
  }

  @Override
  public String notice(Notice e) {
    return paint.dim("※ " + Printable.line(e.text()));
  }

  @Override
  public String unknown(Unknown e) {
    return paint.dim(words.say("line.unknown", Printable.line(e.cmd())));
  }

  @Override
  public String malformed(Malformed e) {
    return paint.red(words.say("line.malformed", e.size(), Reasons.gap(Printable.line(e.why()))));
  }

  @Override
  public String connection(Connection e) {
    String detail = e.detail() == null ? "" : detail(e, Printable.line(e.detail()));
    String next = e.nextInMs() == 0 ? "" : words.say("line.next", seconds(e.nextInMs()));
    String room = "[" + e.origin().platform() + ":" + e.origin().room() + "] ";
    String line = room + word("state", e.state());
    return switch (e.state()) {
      case FAILED, SILENT, WAITING -> paint.red(line + detail + next);
      case LIVE -> paint.green(line + detail);
      default -> paint.dim(line + detail);
    };
  }

  @Override
  public String gap(Gap e) {
    return paint.red(
        words.say("line.gap", seconds(e.to() - e.from()), Reasons.gap(Printable.line(e.why()))));
  }

  private String who(User user) {
    User.Badge badge = user.badge();
    String worn =
        badge == null ? "" : paint.dim("[" + Printable.line(badge.name()) + badge.level() + "]");
    String mark =
        user.roles().contains(User.Role.ANCHOR)
            ? "★"
            : user.roles().contains(User.Role.MODERATOR)
                ? "⚑"
                : user.roles().contains(User.Role.MEMBER) ? "⚓" : "";
    return worn + paint.cyan(mark + name(user));
  }

  private String name(@Nullable User user) {
    return user == null ? words.say("line.somebody") : Printable.line(user.displayName());
  }

  /** What the library says as it goes on, or why it cannot. */
  private String detail(Connection e, String said) {
    return switch (e.state()) {
      case RESOLVING, CONNECTING, AUTHENTICATING, LIVE ->
          words.say("line.progress", Phrase.library(said));
      default -> words.say("line.detail", Reasons.of(e.origin().platform(), e.code(), said));
    };
  }

  private String worth(@Nullable Money value) {
    return Amounts.inBrackets(value, words);
  }

  private String word(String of, Enum<?> value) {
    return words.say(of + "." + EnumWords.word(value));
  }

  private static String seconds(long ms) {
    return String.format(Locale.ROOT, "%.1f", ms / 1000.0);
  }
}
