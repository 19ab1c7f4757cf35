package io.github.danmuhub.platform.douyin.packet;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One {@code PushFrame}: the envelope of everything on the socket, both directions.
 *
 * <pre>
 * 1 uint64 SeqID             5 repeated {1 key, 2 value} headers
 * 2 uint64 LogID (unsigned)  6 string payload_encoding  "pb"
 * 3 int32  service  8888     7 string payload_type      msg · hb · ack · close
 * 4 int32  method   8        8 bytes  payload           msg: Response, gzip by compress_type
 * </pre>
 *
 * @param logId all 64 bits count; print it unsigned
 */
public record DouyinPacket(
    long seqId,
    long logId,
    int service,
    int method,
    Map<String, String> headers,
    String payloadEncoding,
    String payloadType,
    ByteBuffer payload) {

  public static final int SERVICE = 8888;
  public static final int METHOD = 8;

  public static final String MSG = "msg";
  public static final String HEARTBEAT = "hb";
  public static final String ACK = "ack";
  public static final String CLOSE = "close";

  public static final String COMPRESS_TYPE = "compress_type";
  public static final String INTERNAL_EXT = "im-internal_ext";
  public static final String CURSOR = "im-cursor";
  public static final String NOW = "im-now";
  public static final String LIVE_CURSOR = "im-live_cursor";

  public DouyinPacket {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A header's value; empty where it is absent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
