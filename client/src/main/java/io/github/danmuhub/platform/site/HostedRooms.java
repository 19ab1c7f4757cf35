package io.github.danmuhub.platform.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rooms that a site hosts, each with its programme. One thread. */
final class HostedRooms<M> implements Programmes<M> {
  private static final int HISTORY = 5;

  private final Map<String, HostedRoom<M>> rooms = new HashMap<>();

  void add(String name, HostedRoom<M> room) {
    rooms.put(name, room);
  }

  HostedRoom<M> room(String name) {
    return Objects.requireNonNull(rooms.get(name), "a room that is not hosted is asked for");
  }

  @Override
  public long position(String room) {
    return room(room).position();
  }

  @Override
  public Part<M> since(String room, long position) {
    HostedRoom<M> hosted = room(room);
    long from = hosted.position(position);
    List<M> messages = new ArrayList<>();
    long next = hosted.collect(from, messages);
    return new Part<>(messages, next);
  }

  @Override
  public List<M> before(String room, long position) {
    return room(room).before(position, HISTORY);
  }
}
