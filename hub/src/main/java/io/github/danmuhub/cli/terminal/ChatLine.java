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
import io.github.danmuhub.text.Counted;
import io.github.danmuhub.text.Printable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as one line for a person: 弹幕姬. Everything a stranger wrote is made printable. */
final class ChatLine implements LiveEvent.Visitor<String> {
  private final Paint paint;

  ChatLine(Paint paint) {
    this.paint = paint;
  }

  String of(LiveEvent event) {
    String history = event.origin().history() ? paint.dim("(earlier) ") : "";
    return history + event.accept(this);
  }

  @Override
  public String chat(Chat e) {
    String text = e.image() != null && e.text().isEmpty() ? "[sticker]" : Printable.line(e.text());
    return who(e.user()) + ": " + paint.rgb(e.color(), text);
  }

  @Override
  public String gift(Gift e) {
    if (e.count() == 0) {
      long total = e.combo() == null ? 0 : e.combo().total();
      return paint.dim(name(e.user()) + " ended a combo: " + total + " × " + item(e));
    }
    Gift.Box box = e.price().box();
    String from = box == null ? "" : " out of " + Printable.line(box.name());
    return paint.gold("🎁 " + name(e.user()) + " gave " + e.count() + " × " + item(e) + from)
        + Amounts.inBrackets(e.value());
  }

  private static String item(Gift e) {
    return Printable.line(e.item().name());
  }

  @Override
  public String superChat(SuperChat e) {
    return paint.gold("💬 " + name(e.user()) + Amounts.inBrackets(e.value()) + ": ")
        + Printable.line(e.text());
  }

  @Override
  public String retract(Retract e) {
    return e.ids().isEmpty()
        ? paint.dim("taken back: everything of " + name(e.user()))
        : paint.dim("taken back: " + Printable.line(String.join(", ", e.ids())));
  }

  @Override
  public String membership(Membership e) {
    return paint.gold("⚓ " + name(e.user()) + " became " + Printable.line(e.name()))
        + term(e.term())
        + Amounts.inBrackets(e.value());
  }

  /** One month is what everybody takes: not worth a word. */
  private static String term(Membership.Term term) {
    if (term.days() > 0) {
      return " for " + Counted.of(term.days(), "day");
    }
    return term.months() > 1 ? " for " + term.months() + " months" : "";
  }

  @Override
  public String enter(Enter e) {
    return paint.dim(e.effect() == null ? name(e.user()) + " entered" : Printable.line(e.effect()));
  }

  @Override
  public String follow(Follow e) {
    return paint.green("+ " + name(e.user()) + " follows");
  }

  @Override
  public String share(Share e) {
    return paint.dim(name(e.user()) + " shared the room");
  }

  @Override
  public String like(Like e) {
    return paint.dim("👍 " + name(e.user()) + (e.count() > 1 ? " × " + e.count() : ""));
  }

  @Override
  public String stats(Stats e) {
    return paint.dim(
        e.figures().entrySet().stream()
            .map(f -> word(f.getKey()) + " " + f.getValue())
            .collect(Collectors.joining(" · ")));
  }

  @Override
  public String rank(Rank e) {
    return paint.dim(
        e.list().stream()
            .limit(3)
            .map(r -> r.rank() + ". " + name(r.user()))
            .collect(Collectors.joining("  ", "rank: ", "")));
  }

  @Override
  public String broadcast(Broadcast e) {
    return paint.bold("── broadcast " + word(e.state()) + " ──");
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
            .collect(Collectors.joining(" : ", "⚔ battle " + word(e.state()) + " ", ""))
            .strip());
  }

  private static String side(Battle.Side side) {
    String name = side.name() == null ? side.room() : side.name();
    return (name == null ? "?" : Printable.line(name)) + " " + side.score();
  }

  @Override
  public String moderation(Moderation e) {
    return paint.red(
        word(e.action())
            + (e.target() == null ? "" : " " + name(e.target()))
            + (e.text() == null ? "" : ": " + Printable.line(e.text())));
  }

  @Override
  public String lottery(Lottery e) {
    String name = e.prize().name();
    String prize = name == null ? "" : " " + Printable.line(name);
    String winners =
        e.winners().stream().limit(5).map(ChatLine::name).collect(Collectors.joining(", "));
    return paint.gold("🎲 lottery " + word(e.phase()) + prize)
        + Amounts.inBrackets(e.prize().value())
        + (winners.isEmpty() ? "" : ": " + winners);
  }

  @Override
  public String notice(Notice e) {
    return paint.dim("※ " + Printable.line(e.text()));
  }

  @Override
  public String unknown(Unknown e) {
    return paint.dim("unknown message " + Printable.line(e.cmd()));
  }

  @Override
  public String malformed(Malformed e) {
    return paint.red("malformed (" + e.size() + " bytes): " + Printable.line(e.why()));
  }

  @Override
  public String connection(Connection e) {
    String detail = e.detail() == null ? "" : ": " + Printable.line(e.detail());
    String next = e.nextInMs() == 0 ? "" : ", next try in %.1f s".formatted(e.nextInMs() / 1000.0);
    String line = "[" + e.origin().platform() + ":" + e.origin().room() + "] " + word(e.state());
    return switch (e.state()) {
      case FAILED, SILENT, WAITING -> paint.red(line + detail + next);
      case LIVE -> paint.green(line + detail);
      default -> paint.dim(line + detail);
    };
  }

  @Override
  public String gap(Gap e) {
    return paint.red(
        "nothing heard for %.1f s: %s"
            .formatted((e.to() - e.from()) / 1000.0, Printable.line(e.why())));
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

  private static String name(@Nullable User user) {
    return user == null ? "somebody" : Printable.line(user.displayName());
  }

  private static String word(Enum<?> value) {
    return EnumWords.word(value).replace('_', ' ');
  }
}
