package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.BroadcastSchedule;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the simulated site makes, for the tests of what reads it. */
public final class Simulated {
  private static final String ROOM_ID = "7600000000000000001";
  private static final HostedRoom ROOM =
      new HostedRoom("1", Long.parseLong(ROOM_ID), new ScriptFeed(1, 5), BroadcastSchedule.ALWAYS);
  private static final int ROUND = 20;
  private static final RoomPages.Visitor VISITOR = new RoomPages.Visitor("7", false);

  private Simulated() {}

  public static String today() {
    return RoomPages.today(ROOM, VISITOR, 0);
  }

  public static String of2022() {
    return RoomPages.of2022(ROOM, VISITOR, 0);
  }

  public static String enter() {
    return RoomPages.enter(ROOM, 0);
  }

  public static String verification() {
    return RoomPages.verification();
  }

  /** The broadcast of a hosted room. */
  public static String roomId(String webRid, long seed) {
    return Long.toString(HostedRoom.firstRoomId(webRid, seed));
  }

  /** A round of the script: every kind of message that it has. */
  public static Stream<DouyinMessage> round(long now) {
    ScriptFeed script = new ScriptFeed(1, 5);
    return LongStream.range(0, ROUND).mapToObj(n -> script.message(n, now, ROOM_ID));
  }

  /** A whole frame. */
  public static ByteBuffer frame(long logId, DouyinResponse response, byte[] body) {
    return Frames.message(1, logId, response, body);
  }

  /** Where a cursor of the site's points to. */
  public static long position(String cursor) {
    return Frames.position(cursor);
  }
}
