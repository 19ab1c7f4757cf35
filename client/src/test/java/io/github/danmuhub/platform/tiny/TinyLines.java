package io.github.danmuhub.platform.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The messages of the invented platform, both directions: one line each, its fields URL-encoded and
 * parted by blanks.
 *
 * <pre>
 *  chat ID TIME UID NAME TEXT
 *  enter ID TIME UID NAME
 *  gift ID TIME UID NAME GIFT WORD COUNT MILLI
 *  online ID TIME COUNT
 *  air ID TIME LIVE|OFFLINE
 *  title ID TIME TEXT
 * </pre>
 */
final class TinyLines {
  private TinyLines() {}

  static List<String> encode(LiveEvent event) {
    if (event instanceof Chat chat) {
      return said("chat", chat, chat.user(), chat.text());
    }
    if (event instanceof Enter enter) {
      return said("enter", enter, enter.user());
    }
    if (event instanceof Gift gift) {
      long milli = Objects.requireNonNull(gift.value()).milli();
      return said(
          "gift", gift, gift.user(), gift.item().id(), gift.item().name(), gift.count(), milli);
    }
    if (event instanceof Stats stats) {
      return line("online", stats, stats.figure(Figure.ONLINE).orElse(0));
    }
    if (event instanceof Room room) {
      return line("title", room, room.title());
    }
    return event instanceof Broadcast air ? line("air", air, air.state()) : List.of();
  }

  private static List<String> said(String word, LiveEvent event, User user, Object... more) {
    Object[] fields = new Object[more.length + 2];
    fields[0] = String.valueOf(user.id());
    fields[1] = user.displayName();
    System.arraycopy(more, 0, fields, 2, more.length);
    return line(word, event, fields);
  }

  private static List<String> line(String word, LiveEvent event, Object... fields) {
    Origin at = event.origin();
    String rest =
        Arrays.stream(fields)
            .map(field -> URLEncoder.encode(String.valueOf(field), UTF_8))
            .collect(Collectors.joining(" "));
    return List.of("%s %s %d %s".formatted(word, at.id(), at.time(), rest));
  }

  /** The event of a line; empty where the line is a word of the conversation, or unheard of. */
  static Optional<LiveEvent> decode(String line, RoomRef room, long received)
      throws MalformedException {
    String[] fields = line.split(" ", -1);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = decoded(fields[i]);
    }
    try {
      return switch (fields[0]) {
        case "chat" -> Optional.of(Chat.of(at(fields, room, received), user(fields), fields[5]));
        case "enter" -> Optional.of(new Enter(at(fields, room, received), user(fields), null));
        case "gift" -> Optional.of(gift(fields, at(fields, room, received)));
        case "online" ->
            Optional.of(
                new Stats(
                    at(fields, room, received), Map.of(Figure.ONLINE, Long.parseLong(fields[3]))));
        case "air" ->
            Optional.of(
                new Broadcast(at(fields, room, received), Broadcast.State.valueOf(fields[3])));
        case "title" -> Optional.of(new Room(at(fields, room, received), fields[3], null, null));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new MalformedException("a line of '" + fields[0] + "' is broken");
    }
  }

  private static String decoded(String field) throws MalformedException {
    try {
      return URLDecoder.decode(field, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("a field is not URL-encoded");
    }
  }

  private static Origin at(String[] fields, RoomRef room, long received) {
    long time = Math.min(Origin.LATEST, Math.max(0, Long.parseLong(fields[2])));
    return new Origin(room.platform(), room.room(), fields[1], time, received, false, null);
  }

  private static User user(String[] fields) {
    return User.of(fields[3], fields[4]);
  }

  private static Gift gift(String[] fields, Origin at) {
    Money paid = new Money(Long.parseLong(fields[8]), "CNY");
    Gift.Item item = new Gift.Item(fields[5], fields[6]);
    long count = Long.parseLong(fields[7]);
    return new Gift(at, user(fields), item, count, null, Gift.Price.of(paid), null);
  }

  /** The same line with another id. */
  static String renewed(String line, long round) {
    String[] fields = line.split(" ", 3);
    return fields.length < 3
        ? line
        : "%s %s-%d %s".formatted(fields[0], fields[1], round, fields[2]);
  }
}
