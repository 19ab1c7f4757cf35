package io.github.danmuhub.kafka.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says each second of the rooms of one partition: the value of {@code danmu.heard}.
 * Who takes the partition over tells a gap from there on.
 *
 * <pre>
 * {"v":1,"worker":"cat-1","epoch":7,"at":1795248000123,
 *  "rooms":{"bilibili:1":{"ago":40},"bilibili:2":{"is":"waiting","why":"…"}},
 *  "free":{"*":4000,"bilibili":120}}
 * </pre>
 *
 * @param worker whose rooms they are
 * @param epoch its tenure of the partition
 * @param at when it says so, epoch milliseconds
 * @param rooms all that are wanted of the partition
 * @param free what this worker can still take
 */
public record Heard(String worker, long epoch, long at, Map<RoomRef, State> rooms, Free free) {
  /** A room that is heard. */
  public static final String LIVE = "live";

  /** A room for which the worker has no slot. */
  public static final String NO_SLOT = "no-slot";

  private static final int LONGEST_WORD = 200;
  private static final JsonMapper JSON = new JsonMapper();

  public Heard {
    rooms = Map.copyOf(rooms);
  }

  /**
   * How a room is.
   *
   * @param until when it was heard, epoch milliseconds; 0: never
   * @param is {@value Heard#LIVE}, or the connection's state, or {@value Heard#NO_SLOT}
   * @param why in words, where there is something to say; else null
   */
  public record State(long until, String is, @Nullable String why) {
    /**
     * Of a room that is opened; null: it is open no more.
     *
     * @param before until when it was heard as far as was known
     * @param now epoch milliseconds
     */
    public static State of(@Nullable RoomStatus room, long before, long now) {
      if (room == null) {
        return new State(before, word(Connection.State.ENDED), null);
      }
      long silence = room.health().lastFrameMs();
      boolean heard = room.state() == Connection.State.LIVE && silence >= 0;
      return new State(heard ? now - silence : before, word(room.state()), null);
    }

    private static String word(Connection.State state) {
      return state.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is heard. */
    public boolean isLive() {
      return is.equals(LIVE);
    }
  }

  /** The key of a partition of {@code danmu.rooms}, as a zone hears it. */
  public static String key(String zone, int partition) {
    return zone + "/" + partition;
  }

  /** The partition in such a key; -1 for none. */
  public static int partition(String key) {
    String number = key.substring(key.indexOf('/') + 1);
    return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
  }

  public byte[] write() {
    ObjectNode json = JSON.createObjectNode().put("v", 1).put("worker", worker);
    json.put("epoch", epoch).put("at", at);
    ObjectNode all = json.putObject("rooms");
    rooms.forEach((room, state) -> all.set(room.toString(), write(state)));
    ObjectNode slots = json.putObject("free");
    free.slots().forEach(slots::put);
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is not written", e);
    }
  }

  private ObjectNode write(State state) {
    ObjectNode json = JSON.createObjectNode();
    if (state.until > 0) {
      json.put("ago", at - state.until);
    }
    if (!state.isLive()) {
      json.put("is", state.is);
    }
    if (state.why != null) {
      json.put("why", brief(state.why));
    }
    return json;
  }

  private static String brief(String why) {
    return why.length() <= LONGEST_WORD ? why : why.substring(0, LONGEST_WORD);
  }

  public static Heard read(byte[] value) throws MalformedException {
    JsonNode json = parse(value);
    long at = json.path("at").asLong(0);
    Map<RoomRef, State> rooms = new HashMap<>();
    for (Map.Entry<String, JsonNode> room : json.path("rooms").properties()) {
      rooms.put(RoomRecord.room(room.getKey()), state(room.getValue(), at));
    }
    Map<String, Integer> slots = new HashMap<>();
    json.path("free").properties().forEach(s -> slots.put(s.getKey(), s.getValue().asInt(0)));
    return new Heard(
        json.path("worker").asText("?"), json.path("epoch").asLong(0), at, rooms, new Free(slots));
  }

  private static State state(JsonNode json, long at) {
    JsonNode ago = json.path("ago");
    long until = ago.canConvertToLong() ? at - ago.asLong() : 0;
    return new State(until, json.path("is").asText(LIVE), json.path("why").asText(null));
  }

  private static JsonNode parse(byte[] value) throws MalformedException {
    try {
      JsonNode json = JSON.readTree(value);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      // told below; Jackson's words would repeat the text
    }
    throw new MalformedException("what a worker says of its rooms is no JSON object");
  }
}
