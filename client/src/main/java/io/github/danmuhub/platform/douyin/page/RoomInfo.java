package io.github.danmuhub.platform.douyin.page;

import java.util.Map;

/**
 * What a page or {@code web/enter} says of a room. Strings are empty where it does not say.
 *
 * @param roomId of the broadcast
 * @param status 1 prepared, 2 live, 3 paused, 4 ended; 0 not said
 * @param userCount as printed: {@code 43.6万}
 * @param userUniqueId who the page thinks we are
 * @param signedIn whether our cookie is that of an account: {@code true} or {@code false}
 */
public record RoomInfo(
    String roomId,
    int status,
    String title,
    String anchorId,
    String anchorName,
    String userCount,
    String userUniqueId,
    String signedIn) {
  static final int LIVE = 2;
  public static final int PAUSED = 3;
  static final int ENDED = 4;

  private static final String ENTER_ENDED = "2";

  /** The room can be dialled. A page of 2022 says no status, but shows a room while it is live. */
  public boolean isLive() {
    return !roomId.isEmpty() && (status == LIVE || status == PAUSED || status == 0);
  }

  /** Whether it says anything: the account of a room that was never live still has an anchor. */
  boolean isSomething() {
    return !roomId.isEmpty() || !anchorId.isEmpty() || !anchorName.isEmpty();
  }

  /** From the leaves of a page's state. */
  static RoomInfo ofPage(Map<String, String> leaves) {
    String info = "roomStore.roomInfo.";
    String id = either(leaves, info + "room.id_str", info + "roomId");
    boolean hasRoom = leaves.keySet().stream().anyMatch(leaf -> leaf.startsWith(info + "room."));
    return new RoomInfo(
        hasRoom && id.matches("[0-9]{1,20}") ? id : "",
        status(either(leaves, info + "room.status_str", info + "room.status")),
        either(leaves, info + "room.title", ""),
        either(leaves, info + "anchor.id_str", ""),
        either(leaves, info + "anchor.nickname", info + "room.owner.nickname"),
        either(leaves, info + "room.user_count_str", ""),
        either(leaves, "userStore.odin.user_unique_id", ""),
        either(leaves, "userStore.odin.user_is_login", ""));
  }

  /** From the leaves of {@code web/enter}, which names a broadcast that has ended too. */
  static RoomInfo ofEnter(Map<String, String> leaves) {
    String id = either(leaves, "data.data.0.id_str", "data.enter_room_id");
    boolean ended = leaves.getOrDefault("data.room_status", "").equals(ENTER_ENDED);
    int status = status(either(leaves, "data.data.0.status", ""));
    return new RoomInfo(
        id.matches("[0-9]{1,20}") ? id : "",
        status == 0 && ended ? ENDED : status,
        either(leaves, "data.data.0.title", ""),
        either(leaves, "data.user.id_str", ""),
        either(leaves, "data.user.nickname", ""),
        either(leaves, "data.data.0.user_count_str", ""),
        "",
        "");
  }

  private static String either(Map<String, String> leaves, String first, String second) {
    String value = leaves.getOrDefault(first, "");
    return value.isEmpty() ? leaves.getOrDefault(second, "") : value;
  }

  private static int status(String text) {
    return text.matches("[0-9]") ? Integer.parseInt(text) : 0;
  }
}
