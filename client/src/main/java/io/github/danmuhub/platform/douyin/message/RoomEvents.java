package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to the room itself: its state, red packets, messages taken back. */
final class RoomEvents {
  private static final Map<State, Integer> ACTIONS =
      new EnumMap<>(Map.of(State.PAUSED, 1, State.RESUMED, 2, State.OFFLINE, 3));

  private RoomEvents() {}

  /** {@code ControlMessage.action}; 5 to 7 are in one public client only, so they stay generic. */
  static void control(Delivery delivery, ProtoFields in, BroadcastState broadcast)
      throws MalformedException {
    Common common = Common.of(in);
    Origin origin = delivery.origin(common.time());
    String tips = in.string(3);
    long action = in.int64(2);
    switch (action == (int) action ? (int) action : 0) {
      case 1 -> broadcast.paused(origin);
      case 2 -> broadcast.resumed(origin);
      case 3 -> broadcast.ended(origin);
      case 4 -> {
        String why = tips.isEmpty() ? null : tips;
        delivery.emit(new Moderation(origin, null, Moderation.Action.CUT_OFF, null, why));
        broadcast.ended(origin.nth(2));
      }
      default -> NoticeEvents.notice(delivery, common, tips);
    }
  }

  static void imDelete(Delivery delivery, ProtoFields in) throws MalformedException {
    List<String> taken = in.numbers(2).stream().map(Long::toUnsignedString).toList();
    if (taken.isEmpty()) {
      NoticeEvents.unknown(delivery, Common.time(in));
    } else {
      delivery.emit(new Retract(delivery.origin(in), null, taken));
    }
  }

  /** A red packet (福袋, 红包). */
  static void luckyBox(Delivery delivery, ProtoFields in) throws MalformedException {
    long diamonds = in.int64(2);
    if (diamonds < 0) {
      throw new MalformedException("diamonds are counted below zero");
    }
    String title = in.string(7);
    User giver = in.has(12) ? delivery.user(in, 12) : null;
    String name = title.isEmpty() ? "红包 " + diamonds + " 钻" : title;
    Lottery.Prize prize = new Lottery.Prize(name, 0, null);
    delivery.emit(new Lottery(delivery.origin(in), giver, Lottery.Phase.START, prize, List.of()));
  }

  /** That a broadcast begins, no message tells: the page does. */
  static @Nullable DouyinMessage encode(Broadcast broadcast, Head head) {
    Integer action = ACTIONS.get(broadcast.state());
    return action == null
        ? null
        : head.message("WebcastControlMessage", out -> out.varint(2, action));
  }

  static @Nullable DouyinMessage encode(Lottery packet, Head head) {
    String name = packet.prize().name();
    return packet.phase() != Lottery.Phase.START || name == null || name.isEmpty()
        ? null
        : head.message(
            "WebcastLuckyBoxMessage",
            out -> {
              out.string(7, name);
              if (packet.user() != null) {
                out.message(12, Viewer.write(packet.user()));
              }
            });
  }

  static DouyinMessage encode(Retract retract, Head head) {
    return head.message(
        "WebcastImDeleteMessage",
        out -> retract.ids().forEach(id -> out.varint(2, DouyinMessage.id(id))));
  }
}
