package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.ElementTable;
import io.github.danmuhub.wire.FieldTable;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A user's fan badge (粉丝牌) while their message is read. Messages tell it twice: where it always
 * stood, with the number of the room that it is of; and since 2024 in a newer part, which counts,
 * with the user id of that room's anchor.
 */
final class Badge {
  private static final long NOT_TOLD = -1;

  private static final FieldTable<Told> OLDER =
      FieldTable.<Told>empty()
          .with("medal_name", (told, in) -> told.name = in.words(told.known))
          .with("medal_level", (told, in) -> told.level = in.integer())
          .with("anchor_roomid", (told, in) -> told.room = in.id());

  /** As a chat's list. */
  private static final ElementTable<Told> LISTED =
      ElementTable.<Told>empty()
          .with(0, (told, in) -> told.level = in.integer())
          .with(1, (told, in) -> told.name = in.words(told.known))
          .with(3, (told, in) -> told.room = in.id());

  private static final FieldTable<Told> NEWER =
      FieldTable.<Told>empty()
          .with("name", (told, in) -> told.name = in.words(told.known))
          .with("level", (told, in) -> told.level = in.integer())
          .with("ruid", (told, in) -> told.anchor = in.number());

  /** One of the two parts, while it is read. */
  private static final class Told {
    private final @Nullable String known; // mostly the same, and then no new string
    private @Nullable String name;
    private int level;
    private @Nullable String room;
    private long anchor;

    Told(@Nullable String known) {
      this.known = known;
    }
  }

  private @Nullable String name;
  private int level;
  private @Nullable String room;
  private long anchor = NOT_TOLD;

  /** The badge where it always stood; one that the newer part gave before stays. */
  void older(@Nullable String newName, int newLevel, @Nullable String newRoom) {
    String known = "0".equals(newRoom) ? null : newRoom;
    if (anchor == NOT_TOLD) {
      name = newName;
      level = newLevel;
      room = known;
    } else if (isWorn(newName)) {
      room = known;
    }
  }

  /** The badge of the newer part; only the older one says the room's number. */
  private void newer(@Nullable String newName, int newLevel, long newAnchor) {
    if (newName == null) {
      return;
    }
    room = isWorn(newName) ? room : null;
    name = newName;
    level = newLevel;
    anchor = newAnchor;
  }

  private boolean isWorn(@Nullable String badge) {
    return badge != null && badge.equals(name);
  }

  /** The room is that one where the badge is its anchor's. */
  void isOf(String roomsAnchor, String roomsId) {
    if (room == null && anchor > 0 && roomsAnchor.equals(Long.toString(anchor))) {
      room = roomsId;
    }
  }

  /** The {@code medal_info} and {@code fans_medal} objects. */
  void older(JsonCursor in) throws IOException {
    Told told = new Told(name);
    if (in.fields(told, OLDER)) {
      older(told.name, told.level, told.room);
    }
  }

  /** As a list of 13, which is empty for who wears none. */
  void listed(JsonCursor in) throws IOException {
    Told told = new Told(name);
    if (in.elements(told, LISTED)) {
      older(told.name, told.level, told.room);
    }
  }

  /** The {@code medal} object of a {@code uinfo}. */
  void newer(JsonCursor in) throws IOException {
    Told told = new Told(name);
    in.fields(told, NEWER);
    newer(told.name, told.level, told.anchor);
  }

  /** The protobuf FansMedal, whose fields have other numbers in each message. */
  void older(ProtoReader in, int levelField, int nameField, int roomField)
      throws MalformedException {
    String medal = null;
    int medalLevel = 0;
    long medalRoom = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == levelField) {
        medalLevel = in.int32();
      } else if (field == nameField) {
        medal = Person.words(in);
      } else if (field == roomField) {
        medalRoom = in.int64();
      } else {
        in.skip();
      }
    }
    in.leave(outer);
    older(medal, medalLevel, Long.toString(medalRoom));
  }

  /** The protobuf Medal of a UserInfo: 1 name, 2 level, 10 ruid. */
  void newer(ProtoReader in) throws MalformedException {
    String medal = null;
    int medalLevel = 0;
    long ruid = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> medal = Person.words(in);
        case 2 -> medalLevel = in.int32();
        case 10 -> ruid = in.int64();
        default -> in.skip();
      }
    }
    in.leave(outer);
    newer(medal, medalLevel, ruid);
  }

  User.@Nullable Badge build() {
    return name == null || name.isEmpty() ? null : new User.Badge(name, level, room);
  }
}
