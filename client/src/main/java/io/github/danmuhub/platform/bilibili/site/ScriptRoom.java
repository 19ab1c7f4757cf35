package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.bilibili.site.ScriptWords.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the room says of itself. */
final class ScriptRoom {
  private final long room;

  ScriptRoom(long room) {
    this.room = room;
  }

  /** The start comes twice; only the first names the time. */
  List<String> live(long time) {
    return List.of(live(",\"live_time\":" + time / 1000), live(""));
  }

  private String live(String liveTime) {
    return """
        {"cmd":"LIVE","live_key":"%d","sub_session_key":"%dsub_time:0","live_platform":"pc_link",\
        "live_model":0,"roomid":%d%s}"""
        .formatted(room * 17, room * 17, room, liveTime);
  }

  String preparing() {
    return "{\"cmd\":\"PREPARING\",\"roomid\":\"%d\"}".formatted(room);
  }

  String watched(long count) {
    return """
        {"cmd":"WATCHED_CHANGE","data":{"num":%d,"text_small":"%d","text_large":"%d人看过"}}"""
        .formatted(count, count, count);
  }

  String online(long count) {
    return """
        {"cmd":"ONLINE_RANK_COUNT","data":{"count":%d,"count_text":"%d","online_count":%d,\
        "online_count_text":"%d"}}"""
        .formatted(count / 4, count / 4, count, count);
  }

  String likes(long count) {
    return "{\"cmd\":\"LIKE_INFO_V3_UPDATE\",\"data\":{\"click_count\":%d}}".formatted(count);
  }

  String followers(long count) {
    return """
        {"cmd":"ROOM_REAL_TIME_MESSAGE_UPDATE","data":{"roomid":%d,"fans":%d,"red_notice":-1,\
        "fans_club":%d}}"""
        .formatted(room, count, count / 50);
  }

  /** The three of today's contribution, best first. */
  String rank(List<Viewer> best) {
    List<String> rows = new ArrayList<>();
    for (Viewer viewer : best) {
      int rank = rows.size() + 1;
      rows.add(
          "{\"uid\":%d,\"face\":\"\",\"score\":\"%d\",\"uname\":\"%s\",\"rank\":%d,\"guard_level\":%d}"
              .formatted(viewer.uid(), 1000 / rank, viewer.name(), rank, viewer.guard()));
    }
    return "{\"cmd\":\"ONLINE_RANK_V2\",\"data\":{\"list\":[%s],\"rank_type\":\"gold-rank\"}}"
        .formatted(rows.stream().collect(Collectors.joining(",")));
  }
}
