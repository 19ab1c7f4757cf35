package io.github.danmuhub.event.json;

import static java.util.stream.Collectors.toUnmodifiableMap;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table: the word of each kind of event in the field {@code type}, and who writes and who reads
 * its own fields.
 */
public final class EventTypes {
  private static final List<Type<?>> TABLE =
      List.of(
          new Type<>("chat", Chat.class, Messages::write, Messages::readChat),
          new Type<>("gift", Gift.class, Gifts::write, Gifts::readGift),
          new Type<>("super_chat", SuperChat.class, Messages::write, Messages::readSuperChat),
          new Type<>("retract", Retract.class, Messages::write, Messages::readRetract),
          new Type<>("membership", Membership.class, Gifts::write, Gifts::readMembership),
          new Type<>("enter", Enter.class, Visits::write, Visits::readEnter),
          new Type<>("follow", Follow.class, Visits::writeNothing, Visits::readFollow),
          new Type<>("share", Share.class, Visits::writeNothing, Visits::readShare),
          new Type<>("like", Like.class, Gifts::write, Gifts::readLike),
          new Type<>("stats", Stats.class, RoomFacts::write, RoomFacts::readStats),
          new Type<>("rank", Rank.class, RoomFacts::write, RoomFacts::readRank),
          new Type<>("broadcast", Broadcast.class, RoomFacts::write, RoomFacts::readBroadcast),
          new Type<>("room", Room.class, RoomFacts::write, RoomFacts::readRoom),
          new Type<>("battle", Battle.class, Battles::write, Battles::readBattle),
          new Type<>("moderation", Moderation.class, RoomFacts::write, RoomFacts::readModeration),
          new Type<>("lottery", Lottery.class, RoomFacts::write, RoomFacts::readLottery),
          new Type<>("notice", Notice.class, Messages::write, Messages::readNotice),
          new Type<>("unknown", Unknown.class, Reports::write, Reports::readUnknown),
          new Type<>("malformed", Malformed.class, Reports::write, Reports::readMalformed),
          new Type<>("connection", Connection.class, Reports::write, Reports::readConnection),
          new Type<>("gap", Gap.class, Reports::write, Reports::readGap));

  private static final Map<Class<?>, Type<?>> BY_KIND =
      TABLE.stream().collect(toUnmodifiableMap(Type::kind, type -> type));

  private static final Map<String, Type<?>> BY_WORD =
      TABLE.stream().collect(toUnmodifiableMap(Type::word, type -> type));

  private static final Set<String> NAMES =
      Collections.unmodifiableSet(new TreeSet<>(BY_WORD.keySet()));

  private EventTypes() {}

  /** A line of the table. */
  record Type<T extends LiveEvent>(
      String word, Class<T> kind, BodyWriter<T> writer, BodyReader<T> reader) {

    /** Writes the own fields of an event of this kind. */
    void write(FieldWriter out, LiveEvent event) {
      writer.write(out, kind.cast(event));
    }
  }

  /** Such as {@code super_chat}. */
  public static String name(LiveEvent event) {
    return of(event).word();
  }

  /** Every type of JSON v1, sorted. */
  public static Set<String> names() {
    return NAMES;
  }

  static Type<?> of(LiveEvent event) {
    return Objects.requireNonNull(BY_KIND.get(event.getClass()));
  }

  static BodyReader<?> reader(String word) throws BadEventException {
    Type<?> type = BY_WORD.get(word);
    if (type == null) {
      throw new BadEventException("no such type of event: '" + word + "'");
    }
    return type.reader();
  }
}
