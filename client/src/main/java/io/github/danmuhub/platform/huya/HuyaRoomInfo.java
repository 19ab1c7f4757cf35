package io.github.danmuhub.platform.huya;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.huya.message.HuyaEvents;
import java.util.Map;
import java.util.Set;

/**
 * What a lookup says of a room.
 *
 * @param presenter the uid by which groups are named; not the {@code yyid}
 * @param live whether there is a broadcast; a recording that is shown instead (回放) is none
 * @param since when it began, epoch milliseconds; 0 where not given
 * @param popularity the heat that the page shows; 0 where not given
 */
record HuyaRoomInfo(
    long presenter,
    User anchor,
    String title,
    String area,
    boolean live,
    long since,
    long popularity) {
  private static final String ON = "ON";
  private static final String RECORDING = "【回放】";
  private static final long SECOND_MS = 1_000;

  /** By the answer of {@code profileRoom}. */
  static HuyaRoomInfo ofProfile(HuyaFields fields) {
    String title = fields.text("data.liveData.introduction");
    String real = fields.text("data.realLiveStatus");
    boolean on = fields.text("data.liveStatus").equals(ON) && (real.isEmpty() || real.equals(ON));
    return new HuyaRoomInfo(
        fields.number("data.profileInfo.uid"),
        anchor(
            fields.number("data.profileInfo.uid"),
            fields.text("data.profileInfo.nick"),
            fields.text("data.profileInfo.avatar180")),
        title,
        fields.text("data.liveData.gameFullName"),
        on && !title.startsWith(RECORDING),
        on ? fields.number("data.liveData.startTime") * SECOND_MS : 0,
        fields.number("data.liveData.userCount"));
  }

  /** By {@code TT_PROFILE_INFO} and {@code TT_ROOM_DATA} of the room's page. */
  static HuyaRoomInfo ofPage(HuyaFields profile, HuyaFields room) {
    String title = room.text("introduction");
    boolean on = room.text("state").equals(ON) && !title.startsWith(RECORDING);
    User anchor = anchor(profile.number("lp"), profile.text("nick"), profile.text("avatar"));
    return new HuyaRoomInfo(
        profile.number("lp"), anchor, title, room.text("gameFullName"), on, 0, 0);
  }

  private static User anchor(long uid, String name, String avatar) {
    return new User(
        Long.toString(uid),
        name.isEmpty() ? null : name,
        avatar.isEmpty() ? null : avatar,
        null,
        Set.of(),
        0);
  }

  /** Tells it, the broadcast where it has changed. */
  void emit(Origin origin, HuyaEvents events, Emitter out) {
    out.emit(new Room(origin, title, area.isEmpty() ? null : area, anchor));
    events.known(new Broadcast(origin, live ? State.LIVE : State.OFFLINE, live ? since : 0), out);
    if (popularity > 0) {
      out.emit(new Stats(origin, Map.of(Figure.POPULARITY, popularity)));
    }
  }
}
