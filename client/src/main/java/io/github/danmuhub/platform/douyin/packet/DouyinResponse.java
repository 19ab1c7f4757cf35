package io.github.danmuhub.platform.douyin.packet;

import java.util.Map;

/**
 * What is around the messages of a {@code Response}, the payload of a {@code msg} frame and the
 * whole body of {@code im/fetch}.
 *
 * <pre>
 * 1 repeated Message   4 int64 now (ms)       8 int64 heartbeat_duration (s)  13 string proxy_server
 * 2 string cursor      5 string internal_ext  9 bool need_ack                 14 string push_server_v2
 * 3 int64 interval ms  7 map route_params    10 string push_server
 * </pre>
 *
 * @param routeParams parameters that the platform wants to see on the socket URL
 * @param pushServer the best of the three servers named; empty where none is
 */
public record DouyinResponse(
    String cursor,
    long fetchInterval,
    long now,
    String internalExt,
    Map<String, String> routeParams,
    boolean needAck,
    String pushServer) {

  public DouyinResponse {
    routeParams = Map.copyOf(routeParams);
  }
}
