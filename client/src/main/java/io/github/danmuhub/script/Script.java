package io.github.danmuhub.script;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens in a simulated room: events without an end, one after the other. It depends on the
 * room, the seed and the vocabulary alone, and is the same whenever it is asked for. Numbers below
 * zero are what happened before anybody listened. One thread: the last scene is kept.
 */
public final class Script {
  /** In so many events, each act happens equally often. */
  public static final int ROUND = Acts.SORTS * Scene.BEATS;

  private static final long SECOND = 1_000;
  private static final long IDS_A_MILLISECOND = 1_000;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final String platform;
  private final String room;
  private final Vocabulary vocabulary;
  private final Cast cast;
  private final long seed;
  private final double rate;

  private long keptNumber;
  private long keptStart;
  private List<LiveEvent> kept = List.of();

  /**
   * @param rate events a second
   */
  public Script(String platform, String room, Vocabulary vocabulary, long seed, double rate) {
    this.platform = platform;
    this.room = room;
    this.vocabulary = vocabulary;
    this.cast = new Cast(room, vocabulary.audience());
    this.seed = seed ^ room.hashCode() * MIX;
    this.rate = rate;
  }

  /** Who is in the room. */
  public Cast cast() {
    return cast;
  }

  /** When the {@code n}-th event happens, in milliseconds after the start. */
  public long due(long n) {
    return (long) Math.floor(n * SECOND / rate);
  }

  /**
   * The {@code n}-th event, from 0.
   *
   * @param start when the script began, epoch milliseconds
   */
  public LiveEvent event(long n, long start) {
    long number = Math.floorDiv(n, Scene.BEATS);
    if (kept.isEmpty() || number != keptNumber || start != keptStart) {
      kept = scene(number, start);
      keptNumber = number;
      keptStart = start;
    }
    return kept.get(Math.floorMod(n, Scene.BEATS));
  }

  private List<LiveEvent> scene(long number, long start) {
    long first = number * Scene.BEATS;
    Random random = new Random(seed + number * MIX);
    List<LiveEvent> events = new ArrayList<>(Scene.BEATS);
    for (Beat beat : Scene.of(number, cast, vocabulary, random, id(first, start))) {
      events.add(beat.at(origin(first + events.size(), start)));
    }
    return events;
  }

  private Origin origin(long n, long start) {
    long time = start + due(n);
    return new Origin(platform, room, Long.toString(id(n, start)), time, time, false, null);
  }

  /** Unlike any other of the room, on this start of the simulator or another. */
  private long id(long n, long start) {
    return (start + due(n)) * IDS_A_MILLISECOND + Math.floorMod(n, IDS_A_MILLISECOND);
  }
}
