package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.script.Script;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the simulated site makes, for the tests of what reads it. */
public final class Simulated {
  private static final String ROOM = "80017709309";
  private static final RoomPages PAGES =
      new RoomPages(ROOM, roomId(ROOM), true, "7", false, "Simulator0000000");
  private static final int EVERYTHING = 300;

  private Simulated() {}

  public static String today() {
    return PAGES.today();
  }

  public static String of2022() {
    return PAGES.of2022();
  }

  public static String enter() {
    return PAGES.enter();
  }

  public static String verification() {
    return RoomPages.verification();
  }

  /** The first broadcast of a hosted room. */
  public static long roomId(String room) {
    return Broadcasts.first(room);
  }

  /** So much of the script that every kind of message is in it. */
  public static Stream<DouyinMessage> messages(long now) {
    Script script = script(1);
    return LongStream.range(0, EVERYTHING)
        .mapToObj(n -> script.event(n, now))
        .flatMap(event -> DouyinWords.VOCABULARY.carried().of(event).stream())
        .flatMap(event -> DouyinEvents.encode(event, roomId(ROOM)).stream());
  }

  /** The script of the room that the tests look at. */
  static Script script(long seed) {
    return new Script("douyin", ROOM, DouyinWords.VOCABULARY, seed, 5);
  }

  /** The script's numbers from one on, without those that only end a combo. */
  public static Stream<Long> numbersFrom(long first, long seed) {
    Script script = script(seed);
    return LongStream.iterate(first, n -> n + 1).filter(n -> !isEnd(script.event(n, 0))).boxed();
  }

  /** Whether it tells nothing but the end of a combo. */
  public static boolean isEnd(LiveEvent event) {
    return event instanceof Gift gift && gift.count() == 0;
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
