package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import java.util.ArrayList;
import java.util.List;

/** A hosted room. Its feed begins when the first client listens. One thread. */
final class HostedRoom {
  static final int BATCH = 60;
  private static final long NOT_YET = -1;
  private static final int HISTORY = 5;
  private static final long FIRST_ROOM_ID = 7_600_000_000_000_000_000L;
  private static final long ROOM_IDS = 99_999_999_999_999_999L;

  private final String webRid;
  private final String roomId;
  private final Feed feed;
  private long start = NOT_YET;
  private long current;

  HostedRoom(String webRid, String roomId, Feed feed) {
    this.webRid = webRid;
    this.roomId = roomId;
    this.feed = feed;
  }

  /** The 19 digits of this broadcast. */
  static String roomId(String webRid, long seed) {
    long mixed = (webRid.hashCode() * 0x9E3779B97F4A7C15L) ^ seed;
    return Long.toString(FIRST_ROOM_ID + Math.floorMod(mixed, ROOM_IDS));
  }

  String webRid() {
    return webRid;
  }

  String roomId() {
    return roomId;
  }

  /** A client listens: the feed begins, if it has not. */
  void begin(long now) {
    if (start == NOT_YET) {
      start = now;
    }
  }

  /** What is said next; where a client without a cursor begins. */
  long position(long now) {
    while (start != NOT_YET && dueAt(current) < now) {
      current++;
    }
    return current;
  }

  /** A client's own position where it has one that can be. */
  long position(String cursor, long now) {
    long latest = position(now);
    long wanted = Frames.position(cursor);
    return wanted < 0 || wanted > latest ? latest : Math.max(wanted, latest - BATCH);
  }

  /** Epoch milliseconds; {@link Long#MAX_VALUE} = never. */
  long dueAt(long position) {
    long due = feed.due(position);
    return due == Long.MAX_VALUE ? due : start + due;
  }

  /** What is due, from a position; no more than fits a frame. */
  List<DouyinMessage> due(long position, long now) {
    List<DouyinMessage> due = new ArrayList<>();
    for (long n = position; due.size() < BATCH && dueAt(n) <= now; n++) {
      due.add(feed.message(n, start));
    }
    return due;
  }

  /** The last few messages before a position. */
  List<DouyinMessage> history(long position, long now) {
    List<DouyinMessage> history = new ArrayList<>();
    long first = feed.hasPast() ? position - HISTORY : Math.max(0, position - HISTORY);
    for (long n = first; n < position; n++) {
      history.add(feed.message(n, start == NOT_YET ? now : start));
    }
    return history;
  }
}
