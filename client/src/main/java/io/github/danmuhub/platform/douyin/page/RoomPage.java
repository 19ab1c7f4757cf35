package io.github.danmuhub.platform.douyin.page;

import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;
import java.util.Optional;

/**
 * A room's page: finds its state, without a JavaScript engine.
 *
 * <p>Since 2023 the state is in chunks, {@code self.__pace_f.push([1,"…"])}: JSON inside a
 * JavaScript string, possibly cut between chunks. Before, it was URL-encoded JSON in {@code <script
 * id="RENDER_DATA">}. A page with neither is a verification page: it says nothing about the room.
 */
public final class RoomPage {
  private static final String PUSH = "self.__pace_f.push([1,\"";
  private static final String STATE = "\"state\":{";
  private static final String RENDER_DATA = "id=\"RENDER_DATA\"";
  private static final int STATES = 64;

  private static final JsonLeaves STATE_LEAVES =
      new JsonLeaves(
          "roomStore.roomInfo.roomId",
          "roomStore.roomInfo.room.id_str",
          "roomStore.roomInfo.room.status_str",
          "roomStore.roomInfo.room.status",
          "roomStore.roomInfo.room.title",
          "roomStore.roomInfo.room.user_count_str",
          "roomStore.roomInfo.room.owner.nickname",
          "roomStore.roomInfo.anchor.id_str",
          "roomStore.roomInfo.anchor.nickname",
          "userStore.odin.user_unique_id",
          "userStore.odin.user_is_login");

  private static final JsonLeaves ENTER_LEAVES =
      new JsonLeaves(
          "data.enter_room_id",
          "data.room_status",
          "data.data.0.id_str",
          "data.data.0.status",
          "data.data.0.title",
          "data.data.0.user_count_str",
          "data.user.id_str",
          "data.user.nickname");

  private RoomPage() {}

  /** Empty if the page has no state: ask again later. */
  public static Optional<RoomInfo> read(String html) {
    Optional<RoomInfo> today = firstState(chunks(html));
    return today.isPresent() ? today : renderData(html);
  }

  /**
   * Reads {@code web/enter}; empty if it does not say, as it does not without its own signature.
   */
  public static Optional<RoomInfo> readEnter(String json) {
    return read(ENTER_LEAVES, json, 0).map(RoomInfo::ofEnter).filter(RoomInfo::isSomething);
  }

  /** The strings of all chunks, unescaped and put together. */
  private static String chunks(String html) {
    StringBuilder all = new StringBuilder();
    for (int at = html.indexOf(PUSH); at >= 0; at = html.indexOf(PUSH, at)) {
      at = JsString.unescape(html, at + PUSH.length(), all);
    }
    return all.toString();
  }

  private static Optional<RoomInfo> firstState(String text) {
    int tried = 0;
    for (int at = text.indexOf(STATE);
        at >= 0 && tried++ < STATES;
        at = text.indexOf(STATE, at + 1)) {
      Optional<RoomInfo> info = state(text, at + STATE.length() - 1);
      if (info.isPresent()) {
        return info;
      }
    }
    return Optional.empty();
  }

  private static Optional<RoomInfo> renderData(String html) {
    int script = html.indexOf(RENDER_DATA);
    int begin = script < 0 ? -1 : html.indexOf('>', script);
    int end = begin < 0 ? -1 : html.indexOf('<', begin);
    if (end < 0) {
      return Optional.empty();
    }
    String json = Query.decode(html.substring(begin + 1, end).strip());
    int state = json.indexOf("\"initialState\":{");
    return state < 0 ? Optional.empty() : state(json, json.indexOf('{', state));
  }

  private static Optional<RoomInfo> state(String text, int from) {
    return read(STATE_LEAVES, text, from).map(RoomInfo::ofPage).filter(RoomInfo::isSomething);
  }

  private static Optional<Map<String, String>> read(JsonLeaves wanted, String text, int from) {
    try {
      return Optional.of(wanted.read(text, from));
    } catch (MalformedException e) {
      // a broken state says nothing, as none does
      return Optional.empty();
    }
  }
}
