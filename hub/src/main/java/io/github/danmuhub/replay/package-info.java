/**
 * {@code danmu replay}: a captured socket played again, as the server that it was, or as the
 * client.
 *
 * <pre>
 *  a capture ─▶ Tape: steps with pauses; what is a gate, what a heartbeat
 *                └▶ ReplayServer ─ Player for each client
 *                └▶ ReplayClient
 * </pre>
 */
@NullMarked
package io.github.danmuhub.replay;

import org.jspecify.annotations.NullMarked;
