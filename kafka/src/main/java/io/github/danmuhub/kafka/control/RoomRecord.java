package io.github.danmuhub.kafka.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a room is wanted: the value of {@code danmu.rooms}, whose key is the room. Holds no secret:
 * an account and a proxy are names, which each worker's own file knows or does not.
 *
 * <pre>
 * {"v":1,"at":1795248000123,"settings":{"transport":"tcp"},"account":"main","proxy":"eu","from":7}
 * </pre>
 *
 * @param at when somebody asked for it, epoch milliseconds
 * @param settings the platform's own, over those of the worker's file
 * @param account whose chat is shown; empty for the worker's usual one of the platform
 * @param proxy by which way out; empty for the worker's usual one
 * @param from the partition that it was moved from: who heard it last is told there; -1 for none
 */
public record RoomRecord(
    long at, Map<String, String> settings, String account, String proxy, int from) {
  /** The room was not moved. */
  public static final int NOWHERE = -1;

  private static final int LONGEST = 64 << 10;
  private static final int MOST_SETTINGS = 50;
  private static final int KEY = 64;
  private static final int VALUE = 2_000;
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{0,32}");
  private static final Pattern ROOM = Pattern.compile("[a-z0-9-]{1,32}:[^\\s:]{1,200}");
  private static final String SECRET = "cookie-file";
  private static final JsonMapper JSON = new JsonMapper();

  public RoomRecord {
    settings = Map.copyOf(settings);
  }

  /** A room by the worker's own settings. */
  public static RoomRecord plain(long at) {
    return new RoomRecord(at, Map.of(), "", "", NOWHERE);
  }

  /** The same room, moved out of this partition; {@code now} in epoch milliseconds. */
  public RoomRecord movedFrom(int partition, long now) {
    return new RoomRecord(now, settings, account, proxy, partition);
  }

  /** Whether the room is opened in the same way. */
  public boolean opensLike(RoomRecord other) {
    return settings.equals(other.settings)
        && account.equals(other.account)
        && proxy.equals(other.proxy);
  }

  /** The room that a key names. */
  public static RoomRef room(String key) throws MalformedException {
    if (!ROOM.matcher(key).matches()) {
      throw new MalformedException("the key of a wanted room is PLATFORM:ROOM");
    }
    int colon = key.indexOf(':');
    return new RoomRef(key.substring(0, colon), key.substring(colon + 1));
  }

  public byte[] write() {
    ObjectNode json = JSON.createObjectNode().put("v", 1).put("at", at);
    if (!settings.isEmpty()) {
      ObjectNode own = json.putObject("settings");
      new TreeMap<>(settings).forEach(own::put);
    }
    if (!account.isEmpty()) {
      json.put("account", account);
    }
    if (!proxy.isEmpty()) {
      json.put("proxy", proxy);
    }
    if (from != NOWHERE) {
      json.put("from", from);
    }
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is not written", e);
    }
  }

  /** What is not known is passed over: another version may have written it. */
  public static RoomRecord read(byte[] value) throws MalformedException {
    if (value.length > LONGEST) {
      throw new MalformedException("a wanted room takes more than " + LONGEST + " bytes");
    }
    JsonNode json = parse(value);
    return new RoomRecord(
        json.path("at").asLong(0),
        settings(json.path("settings")),
        name(json, "account"),
        name(json, "proxy"),
        Math.max(NOWHERE, json.path("from").asInt(NOWHERE)));
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
    throw new MalformedException("a wanted room is no JSON object");
  }

  private static Map<String, String> settings(JsonNode json) throws MalformedException {
    Map<String, String> settings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      String value = one.getValue().asText();
      if (one.getKey().length() > KEY || value.length() > VALUE) {
        throw new MalformedException("a setting of a wanted room is too long");
      }
      settings.put(one.getKey(), value);
    }
    if (settings.size() > MOST_SETTINGS) {
      throw new MalformedException("a wanted room has more than " + MOST_SETTINGS + " settings");
    }
    if (settings.containsKey(SECRET)) {
      throw new MalformedException("a wanted room names its account, not a file of cookies");
    }
    return settings;
  }

  private static String name(JsonNode json, String field) throws MalformedException {
    String name = json.path(field).asText("");
    if (!isName(name)) {
      throw new MalformedException("the " + field + " of a wanted room is not the name of one");
    }
    return name;
  }

  /** Whether it may name an account or a proxy; empty for none. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
