package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The frames of the platform's side; {@link FaultyFrames} breaks them. */
final class Frames {
  private static final Pattern POSITION = Pattern.compile("(?:^|_)r-([0-9]{1,15})(?:_|$)");

  private Frames() {}

  /** A cursor, in the form that the real ones have; ours holds a position in the feed. */
  static String cursor(long position, long now) {
    return "t-%d_r-%d_d-1_u-1_h-1".formatted(now, position);
  }

  /** The position in a cursor of {@link #cursor}; -1 in any other. */
  static long position(String cursor) {
    Matcher found = POSITION.matcher(cursor);
    return cursor.startsWith("t-") && found.find() ? Long.parseLong(found.group(1)) : -1;
  }

  static String internalExt(String roomId, long logId, long now) {
    return ("internal_src:pushserver|wss_push_room_id:%s|wss_push_log_id:%s|wss_fetch_ms:%d"
            + "|wss_push_ms:%d|wss_msg_type:r")
        .formatted(roomId, Long.toUnsignedString(logId), now, now);
  }

  /** What {@code im/fetch} says instead: it names the visitor and no frame. */
  static String fetchedExt(String roomId, String userUniqueId, long now) {
    return ("internal_src:dim|wss_push_room_id:%s|wss_push_did:%s|first_req_ms:%d|fetch_time:%d"
            + "|seq:1|wss_info:0-%d-0-0|wrds_v:%s")
        .formatted(roomId, userUniqueId, now, now, now, roomId);
  }

  /** A {@code msg} frame as the real ones are: service 8888, method 8, five headers, gzip. */
  static ByteBuffer message(long seqId, long logId, DouyinResponse response, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(DouyinPacket.COMPRESS_TYPE, "gzip");
    headers.put(DouyinPacket.INTERNAL_EXT, response.internalExt());
    headers.put(DouyinPacket.CURSOR, response.cursor());
    headers.put(DouyinPacket.NOW, Long.toString(response.now()));
    headers.put(DouyinPacket.LIVE_CURSOR, "d-1_u-1");
    return DouyinPacketCodec.encode(
        new DouyinPacket(
            seqId,
            logId,
            DouyinPacket.SERVICE,
            DouyinPacket.METHOD,
            headers,
            "pb",
            DouyinPacket.MSG,
            ByteBuffer.wrap(DouyinPacketCodec.gzip(body))));
  }
}
