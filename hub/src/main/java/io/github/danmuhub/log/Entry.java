package io.github.danmuhub.log;

/**
 * One event of the log. Immutable: nobody writes to {@code json}, which all readers share.
 *
 * @param seq counts from 1 in a hub's life
 * @param room {@code platform:room}
 * @param type the event's type in JSON v1
 * @param json the event in JSON v1, UTF-8, without a newline
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record Entry(long seq, String room, String type, byte[] json) {}
