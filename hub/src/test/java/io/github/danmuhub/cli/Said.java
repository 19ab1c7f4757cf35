package io.github.danmuhub.cli;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Gift.Combo;
import io.github.danmuhub.event.Gift.Item;
import io.github.danmuhub.event.Gift.Price;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said in a room of Bilibili, for pages to show. */
final class Said {
  private static final String ROOM = "545068";

  private Said() {}

  private static Origin now(@Nullable String id) {
    long ms = System.currentTimeMillis();
    return new Origin("bilibili", ROOM, id, ms, ms, false, null);
  }

  static LiveEvent chat(String id, String name, String text) {
    return Chat.of(now(id), User.of(name, name), text);
  }

  static LiveEvent superChat(String id, String name, String text, long yuan) {
    return new SuperChat(now(id), User.of(name, name), text, new Money(yuan * 1_000, "CNY"), 60);
  }

  /** In a colour of the platform's own. */
  static LiveEvent superChat(String id, String name, long yuan, int rgb) {
    Money value = new Money(yuan * 1_000, "CNY");
    SuperChat.Colors colors = new SuperChat.Colors(0xFFFFFF, rgb);
    return new SuperChat(now(id), User.of(name, name), "", value, 60, colors);
  }

  /** Five seconds in which the room was not heard. */
  static LiveEvent gap(String why) {
    Origin origin = now(null);
    return new Gap(origin, origin.received() - 5_000, origin.received(), why);
  }

  static LiveEvent takenBack(String id) {
    return new Retract(now(null), null, List.of(id));
  }

  /** The room was not heard from so long ago until then. */
  static LiveEvent unheard(Duration from, Duration to) {
    long now = System.currentTimeMillis();
    return new Gap(now(null), now - from.toMillis(), now - to.toMillis(), "connection lost");
  }

  static LiveEvent gift(String id, String name, String gift, long count, long yuan) {
    return gift(id, name, gift, count, yuan, null);
  }

  /** One of the gifts that somebody gives one after the other. */
  static LiveEvent combo(String id, String name, String gift, long count, long yuan) {
    return gift(id, name, gift, count, yuan, new Combo(name, count, false));
  }

  private static LiveEvent gift(
      String id, String name, String gift, long count, long yuan, @Nullable Combo combo) {
    Price price = Price.of(new Money(yuan * 1_000, "CNY"));
    return new Gift(now(id), User.of(name, name), new Item(gift, gift), count, combo, price, null);
  }

  /** What somebody sends who means harm. Each would show, or fetch, if it were taken for more. */
  static List<LiveEvent> hostile(String hub) {
    String zalgo = "Z" + "\u0300\u0301\u0302\u0303\u0316\u0317\u0318".repeat(40) + "algo";
    User disguised =
        new User(
            "x", "\u202E\u2066evil\u202E", hub + "/api/rooms", null, Set.of(User.Role.ANCHOR), 1);
    return List.of(
        chat("h1", "<img src=x onerror=alert(1)>", "<script>document.title='run'</script>"),
        chat("h2", "<b onmouseover=x>", "<img src=x onerror=\"document.title='run'\">"),
        chat("h3", "link", "javascript:document.title='run' https://evil.example/"),
        Chat.of(now("h4"), disguised, "\u202Eturned around\u2067 and back"),
        chat("h5", zalgo, zalgo.repeat(3)),
        chat("h6", "wall", "墙".repeat(10_000)),
        chat("h7", "unbroken", "x".repeat(2_000)),
        chat("h8", "emoji", "😀".repeat(500)),
        chat("h9", "n".repeat(300), "a long name"),
        superChat(
            "h10", "<i>" + "长".repeat(200), "<svg onload=alert(1)>" + "字".repeat(3_000), 1_000),
        new Gift(
            now("h11"),
            disguised,
            new Item("1", "<u>" + "礼".repeat(200)),
            1_000_000_000L,
            null,
            Price.of(new Money(Long.MAX_VALUE / 2, "CNY")),
            null));
  }
}
