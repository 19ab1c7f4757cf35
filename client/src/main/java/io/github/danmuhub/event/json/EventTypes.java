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
 * The table: kind of event, its word in the field {@code type}, and who reads it. {@link
 * BodyWriter}, who writes it, is its mirror.
 */
public final class EventTypes {
  private record Type(Class<? extends LiveEvent> kind, String word, BodyReader reader) {}

  private static final List<Type> TABLE =
      List.of(
          new Type(Chat.class, "chat", Messages::readChat),
          new Type(Gift.class, "gift", Gifts::readGift),
          new Type(SuperChat.class, "super_chat", Messages::readSuperChat),
          new Type(Retract.class, "retract", Messages::readRetract),
          new Type(Membership.class, "membership", Gifts::readMembership),
          new Type(Enter.class, "enter", Visits::readEnter),
          new Type(Follow.class, "follow", Visits::readFollow),
          new Type(Share.class, "share", Visits::readShare),
          new Type(Like.class, "like", Gifts::readLike),
          new Type(Stats.class, "stats", RoomFacts::readStats),
          new Type(Rank.class, "rank", RoomFacts::readRank),
          new Type(Broadcast.class, "broadcast", RoomFacts::readBroadcast),
          new Type(Room.class, "room", RoomFacts::readRoom),
          new Type(Battle.class, "battle", Battles::readBattle),
          new Type(Moderation.class, "moderation", RoomFacts::readModeration),
          new Type(Lottery.class, "lottery", RoomFacts::readLottery),
          new Type(Notice.class, "notice", Messages::readNotice),
          new Type(Unknown.class, "unknown", Reports::readUnknown),
          new Type(Malformed.class, "malformed", Reports::readMalformed),
          new Type(Connection.class, "connection", Reports::readConnection),
          new Type(Gap.class, "gap", Reports::readGap));

  private static final Map<Class<? extends LiveEvent>, String> WORDS =
      TABLE.stream().collect(toUnmodifiableMap(Type::kind, Type::word));

  private static final Map<String, BodyReader> READERS =
      TABLE.stream().collect(toUnmodifiableMap(Type::word, Type::reader));

  private static final Set<String> NAMES =
      Collections.unmodifiableSet(new TreeSet<>(READERS.keySet()));

  private EventTypes() {}

  /** Such as {@code super_chat}. */
  public static String name(LiveEvent event) {
    return Objects.requireNonNull(WORDS.get(event.getClass()));
  }

  /** Every type of JSON v1, sorted. */
  public static Set<String> names() {
    return NAMES;
  }

  static BodyReader reader(String word) throws BadEventException {
    BodyReader reader = READERS.get(word);
    if (reader == null) {
      throw new BadEventException("no such type of event: '" + word + "'");
    }
    return reader;
  }
}
