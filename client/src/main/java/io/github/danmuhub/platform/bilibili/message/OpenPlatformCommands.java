package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;

/**
 * LIVE_OPEN_PLATFORM_ and OPEN_LIVEROOM_: what the open platform (直播开放平台) sends to the apps that
 * are registered there.
 */
final class OpenPlatformCommands {
  private OpenPlatformCommands() {}

  static void chat(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    if (open.text == null) {
      throw message.malformed("has no text");
    }
    User answered =
        open.repliedId == null && open.repliedName == null
            ? null
            : User.of(open.repliedId, open.repliedName);
    message.emit(
        new Chat(
            open.origin(),
            open.user(),
            open.text,
            Chat.Style.PLAIN,
            Chat.Pictures.of(List.of(), open.image),
            answered,
            0));
  }

  /**
   * {@code price} is that of one, or of what a blind box held: the message does not say what the
   * box cost.
   */
  static void gift(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    if (!open.gift.isWhole()) {
      throw message.malformed("does not say what was given");
    }
    open.gift.coin = open.paid ? "gold" : "silver";
    open.gift.onlyPriced = true;
    message.emit(open.gift.build(open.origin(), open.user(), null));
  }

  static void superChat(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    Money value = Coins.yuan(open.yuan);
    if (open.text == null || value == null) {
      throw message.malformed("has no text or no price");
    }
    int seconds = (int) Math.max(0, Math.min(Integer.MAX_VALUE, open.end - open.start));
    message.emit(new SuperChat(open.origin(), open.user(), open.text, value, seconds));
  }

  static void superChatDeleted(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    if (open.ids.isEmpty()) {
      throw message.malformed("has no ids");
    }
    message.emit(new Retract(open.origin(), null, open.ids));
  }

  static void guard(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    String name = GuardCommand.nameOf(open.guardLevel);
    if (name == null) {
      throw message.malformed("has no guard level");
    }
    message.emit(
        new Membership(
            open.origin(),
            open.user(),
            Integer.toString(open.guardLevel),
            name,
            GuardTerm.of(open.guardNumber, open.guardUnit),
            Coins.gold(open.gift.price, 1),
            null));
  }

  /** One message for the likes of some seconds. */
  static void like(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    message.emit(new Like(open.origin(), open.user(), Math.max(1, open.likes), 0));
  }

  static void enter(Message message) throws IOException, MalformedException {
    OpenMessage open = OpenMessage.read(message);
    message.emit(new Enter(open.origin(), open.user(), null));
  }

  /** The broadcast begins or ends. */
  static Command turn(Broadcast.State state) {
    return message -> {
      OpenMessage open = OpenMessage.read(message);
      Origin origin = open.origin();
      RoomCommands.turn(message, origin, state, state == Broadcast.State.LIVE ? origin.time() : 0);
    };
  }
}
