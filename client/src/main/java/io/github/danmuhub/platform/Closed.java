package io.github.danmuhub.platform;

import org.jspecify.annotations.Nullable;

/**
 * How a socket ended.
 *
 * @param code the WebSocket close code, 1006 where none came
 * @param reason in words
 * @param refusal the HTTP answer, where the handshake was refused
 */
public record Closed(int code, String reason, @Nullable HttpReply refusal) {}
