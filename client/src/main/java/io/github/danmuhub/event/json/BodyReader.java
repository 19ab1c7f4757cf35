package io.github.danmuhub.event.json;

import static java.util.Map.entry;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table: word in {@code type} → who reads it. {@link BodyWriter} is its mirror. */
interface BodyReader {

  Map<String, BodyReader> TABLE =
      Map.ofEntries(
          entry("chat", Messages::readChat),
          entry("gift", Gifts::readGift),
          entry("super_chat", Messages::readSuperChat),
          entry("retract", Messages::readRetract),
          entry("membership", Gifts::readMembership),
          entry("enter", Visits::readEnter),
          entry("follow", Visits::readFollow),
          entry("share", Visits::readShare),
          entry("like", Gifts::readLike),
          entry("stats", RoomFacts::readStats),
          entry("rank", RoomFacts::readRank),
          entry("broadcast", RoomFacts::readBroadcast),
          entry("room", RoomFacts::readRoom),
          entry("moderation", RoomFacts::readModeration),
          entry("lottery", RoomFacts::readLottery),
          entry("notice", Messages::readNotice),
          entry("unknown", Ours::readUnknown),
          entry("malformed", Ours::readMalformed),
          entry("connection", Ours::readConnection),
          entry("gap", Ours::readGap));

  Set<String> TYPES = Collections.unmodifiableSet(new TreeSet<>(TABLE.keySet()));

  LiveEvent read(Origin origin, FieldReader in) throws BadEventException;

  static BodyReader of(String type) throws BadEventException {
    @Nullable BodyReader reader = TABLE.get(type);
    if (reader == null) {
      throw new BadEventException("no such type of event: '" + type + "'");
    }
    return reader;
  }
}
