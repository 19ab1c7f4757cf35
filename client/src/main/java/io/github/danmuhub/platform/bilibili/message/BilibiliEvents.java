package io.github.danmuhub.platform.bilibili.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonMessages;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages → events, streamed straight into the records. {@link CommandTable} says who reads what.
 * One room; one thread.
 */
public final class BilibiliEvents {
  private final RoomMemory room;
  private final Emitter out;
  private final JsonMessages messages;
  private String lastCmd = ""; // most messages are of the kind of the one before

  /**
   * @param keepRaw whether every event keeps its raw message
   * @param messages opens them, those of the loop's other rooms too
   * @param out where events go; its ticks say how long a purchase is held
   */
  public BilibiliEvents(RoomRef room, boolean keepRaw, JsonMessages messages, Emitter out) {
    this.room = new RoomMemory(room, keepRaw, out);
    this.messages = messages;
    this.out = out;
  }

  /**
   * The state known from a lookup.
   *
   * @return whether it is another than that of the last lookup, of LIVE and of PREPARING
   */
  public boolean known(State state) {
    return room.turns(state);
  }

  /** The owner's user id known from the lookup, so that they are shown as the anchor. */
  public void anchor(String uid) {
    room.anchor(uid);
  }

  /**
   * Reads one message. What is broken goes to {@link Emitter#malformed}; never throws.
   *
   * @param json one packet's body, UTF-8, backed by an array, valid during the call
   */
  public void onMessage(ByteBuffer json) {
    try {
      read(json);
    } catch (MalformedException e) {
      malformed(e.why(), json);
    } catch (JsonProcessingException e) {
      malformed("JSON is broken: " + e.getOriginalMessage(), json);
    } catch (IOException e) {
      malformed("JSON is broken: " + e.getMessage(), json);
    } catch (RuntimeException e) {
      messages.renew(); // a fault of ours is not to reach the loop's other rooms
      throw e;
    }
  }

  private void malformed(String why, ByteBuffer json) {
    messages.renew();
    out.malformed(why, json.duplicate());
  }

  /** The messages by which the platform tells the event; none where it has no such thing. */
  public static List<Raw> encode(LiveEvent event) {
    return EncodingTable.encode(event);
  }

  /** The window of a merge may have closed. */
  public void onWake() {
    room.purchases().flush();
  }

  /** When {@link #onWake} is due, in ticks; {@link Long#MAX_VALUE} = never. */
  public long nextWake() {
    return room.purchases().nextWake();
  }

  /** Emits what is still held: there is nothing more to wait for. */
  public void end() {
    room.purchases().flushAll();
  }

  private void read(ByteBuffer json) throws IOException, MalformedException {
    try (JsonCursor in = opened(json)) {
      if ("cmd".equals(in.field())) {
        String cmd = in.text(lastCmd);
        lastCmd = cmd == null ? "" : cmd;
        command(cmd, in, json);
        return;
      }
    }
    String cmd = findCommand(json);
    try (JsonCursor in = opened(json)) {
      command(cmd, in, json);
    }
  }

  private void command(@Nullable String cmd, JsonCursor in, ByteBuffer json)
      throws IOException, MalformedException {
    if (cmd == null) {
      throw new MalformedException("message has no cmd");
    }
    String name = name(cmd);
    CommandTable.of(name).read(new Message(room, in, json, name, out));
  }

  /** Without its suffix: {@code DANMU_MSG:4:0:2:2:2:0} is how a player is to draw it. */
  private static String name(String cmd) {
    int colon = cmd.indexOf(':');
    return colon < 0 ? cmd : cmd.substring(0, colon);
  }

  /** Where cmd is not the first field, as in ROOM_SILENT_ON. */
  private @Nullable String findCommand(ByteBuffer json) throws IOException, MalformedException {
    try (JsonCursor in = opened(json)) {
      for (String f = in.field(); f != null; f = in.field()) {
        if (f.equals("cmd")) {
          return in.text();
        }
      }
      return null;
    }
  }

  private JsonCursor opened(ByteBuffer json) throws IOException, MalformedException {
    JsonCursor in = messages.open(json);
    if (!in.object()) {
      in.close();
      throw new MalformedException("message is no JSON object");
    }
    return in;
  }
}
