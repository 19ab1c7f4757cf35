package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.BroadcastSchedule;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.site.Payloads.Head;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A hosted room. Its feed begins when the first client listens, and rests between two broadcasts,
 * each of which has a room id of its own. One thread.
 */
final class HostedRoom {
  static final int BATCH = 60;
  private static final long NOT_YET = -1;
  private static final int HISTORY = 5;
  private static final long FIRST_ROOM_ID = 7_600_000_000_000_000_000L;
  private static final long END_IDS = 3_000_000_000_000L;
  private static final int FINISH = 3;
  private static final long ROOM_IDS = 99_999_999_999_999_999L;

  private final String webRid;
  private final long firstRoomId;
  private final Feed feed;
  private final BroadcastSchedule onAir;

  /** When it was first looked at; epoch milliseconds. */
  private long looked = NOT_YET;

  /** How much had been broadcast when the feed began. */
  private long start = NOT_YET;

  private long current;

  HostedRoom(String webRid, long firstRoomId, Feed feed, BroadcastSchedule onAir) {
    this.webRid = webRid;
    this.firstRoomId = firstRoomId;
    this.feed = feed;
    this.onAir = onAir;
  }

  /** The 19 digits of its first broadcast. */
  static long firstRoomId(String webRid, long seed) {
    long mixed = (webRid.hashCode() * 0x9E3779B97F4A7C15L) ^ seed;
    return FIRST_ROOM_ID + Math.floorMod(mixed, ROOM_IDS);
  }

  String webRid() {
    return webRid;
  }

  private long elapsed(long now) {
    looked = looked == NOT_YET ? now : looked;
    return now - looked;
  }

  boolean isLive(long now) {
    return onAir.isLive(elapsed(now));
  }

  /** The 19 digits of the broadcast, or of the last one. */
  String roomId(long now) {
    return Long.toString(firstRoomId + onAir.number(elapsed(now)));
  }

  /** Whether it has, or had, a broadcast of that id; the name of its page stands for the latest. */
  boolean answersTo(String roomId, long now) {
    return roomId.equals(webRid)
        || (roomId.matches("[1-8][0-9]{18}")
            && Long.parseLong(roomId) >= firstRoomId
            && Long.parseLong(roomId) <= firstRoomId + onAir.number(elapsed(now)));
  }

  /** When the broadcast of that id ends; in the past where it has. Epoch milliseconds. */
  long endOf(String roomId, long now) {
    boolean current = roomId.equals(webRid) || roomId.equals(roomId(now));
    return current && isLive(now) ? epoch(onAir.nextChange(elapsed(now))) : now;
  }

  /** What is said at the end of a broadcast; the same whenever it is asked for. */
  DouyinMessage end(long now) {
    Head head = new Head(END_IDS + onAir.number(elapsed(now)), roomId(now), now);
    return new DouyinMessage(
        Payloads.CONTROL, ByteBuffer.wrap(Payloads.control(head, FINISH).toBytes()), head.msgId());
  }

  private long epoch(long at) {
    return at == BroadcastSchedule.FOR_EVER ? at : looked + at;
  }

  /** A client listens: the feed begins, if it has not. */
  void begin(long now) {
    if (start == NOT_YET) {
      start = onAir.aired(elapsed(now));
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
    return due == Long.MAX_VALUE ? due : epoch(onAir.when(start + due));
  }

  /** What is due, from a position; no more than fits a frame. */
  List<DouyinMessage> due(long position, long now) {
    List<DouyinMessage> due = new ArrayList<>();
    for (long n = position; due.size() < BATCH && dueAt(n) <= now; n++) {
      due.add(feed.message(n, dueAt(n) - feed.due(n), roomId(now)));
    }
    return due;
  }

  /** The last few messages before a position. */
  List<DouyinMessage> history(long position, long now) {
    List<DouyinMessage> history = new ArrayList<>();
    long first = feed.hasPast() ? position - HISTORY : Math.max(0, position - HISTORY);
    for (long n = first; n < position; n++) {
      long began = start == NOT_YET ? now : dueAt(n) - feed.due(n);
      history.add(feed.message(n, began, roomId(now)));
    }
    return history;
  }
}
