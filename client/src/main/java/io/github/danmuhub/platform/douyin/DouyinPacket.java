package io.github.danmuhub.platform.douyin;

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
record DouyinPacket(
    long seqId,
    long logId,
    int service,
    int method,
    Map<String, String> headers,
    String payloadEncoding,
    String payloadType,
    ByteBuffer payload) {

  static final int SERVICE = 8888;
  static final int METHOD = 8;

  static final String MSG = "msg";
  static final String HEARTBEAT = "hb";
  static final String ACK = "ack";
  static final String CLOSE = "close";

  static final String COMPRESS_TYPE = "compress_type";
  static final String INTERNAL_EXT = "im-internal_ext";
  static final String CURSOR = "im-cursor";
  static final String NOW = "im-now";
  static final String LIVE_CURSOR = "im-live_cursor";

  DouyinPacket {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A header's value; empty where it is absent. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
