package io.github.danmuhub;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import org.jspecify.annotations.Nullable;

/** Events of one invented room, {@code at} milliseconds after {@link #START}. */
public final class SampleEvents {
  /** 2026-11-21T08:00:00Z. */
  public static final long START = 1_795_248_000_000L;

  private SampleEvents() {}

  public static Origin origin(long at) {
    return origin("545068", at);
  }

  public static Origin origin(String room, long at) {
    return new Origin("bilibili", room, null, START + at, START + at, false, null);
  }

  public static User user(int number) {
    return User.of(Integer.toString(number), "user " + number);
  }

  public static Chat chat(long at, int user, String text) {
    return Chat.of(origin(at), user(user), text);
  }

  public static Chat chat(long at, String name, String text) {
    return Chat.of(origin(at), User.of("42", name), text);
  }

  public static Gift gift(long at, int user, String name, long count, long milli) {
    @Nullable Money value = milli == 0 ? null : new Money(milli, "CNY");
    return new Gift(
        origin(at), user(user), new Gift.Item("1", name), count, null, Gift.Price.of(value), null);
  }

  public static SuperChat superChat(long at, int user, String text, long milli) {
    return new SuperChat(origin(at), user(user), text, new Money(milli, "CNY"), 60);
  }

  public static Membership membership(long at, int user) {
    Money value = new Money(198_000, "CNY");
    return new Membership(
        origin(at), user(user), "3", "舰长", Membership.Term.months(1), value, Membership.Kind.NEW);
  }

  public static Room room(long at, String title) {
    return new Room(origin(at), title, "虚拟主播", null);
  }

  public static Broadcast broadcast(long at, Broadcast.State state) {
    return new Broadcast(origin(at), state);
  }
}
