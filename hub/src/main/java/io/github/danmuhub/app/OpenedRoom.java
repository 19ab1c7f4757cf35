package io.github.danmuhub.app;

/**
 * What opening a room came to.
 *
 * @param isNew false where it was open already
 */
public record OpenedRoom(RoomStatus room, boolean isNew) {}
