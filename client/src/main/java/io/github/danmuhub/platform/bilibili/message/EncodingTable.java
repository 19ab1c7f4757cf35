package io.github.danmuhub.platform.bilibili.message;

import static java.util.Map.entry;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import java.util.List;
import java.util.Map;

/** Which event is written by whom: {@link CommandTable} the other way round. */
final class EncodingTable {
  private static final Map<Class<? extends LiveEvent>, Encoding<LiveEvent>> TABLE =
      Map.ofEntries(
          line(Chat.class, ChatCommand::encode),
          line(Gift.class, GiftCommand::encode),
          line(SuperChat.class, SuperChatCommands::encode),
          line(Retract.class, ModerationCommands::encode),
          line(Membership.class, GuardMessages::encode),
          line(Enter.class, InteractV2Command::encode),
          line(Follow.class, InteractV2Command::encode),
          line(Share.class, InteractV2Command::encode),
          line(Like.class, LikeCommand::encode),
          line(Stats.class, StatsCommands::encode),
          line(Rank.class, RankCommands::encode),
          line(Broadcast.class, RoomCommands::encode),
          line(Room.class, RoomCommands::encode),
          line(Battle.class, BattleCommand::encode),
          line(Moderation.class, ModerationCommands::encode),
          line(Lottery.class, LotteryCommands::encode),
          line(Notice.class, NoticeCommands::encode));

  private EncodingTable() {}

  private static <T extends LiveEvent>
      Map.Entry<Class<? extends LiveEvent>, Encoding<LiveEvent>> line(
          Class<T> type, Encoding<T> encoding) {
    return entry(type, event -> encoding.encode(type.cast(event)));
  }

  /** The messages that tell the event; none where the platform has no such thing. */
  static List<Raw> encode(LiveEvent event) {
    Encoding<LiveEvent> known = TABLE.get(event.getClass());
    return known == null ? List.of() : known.encode(event);
  }
}
