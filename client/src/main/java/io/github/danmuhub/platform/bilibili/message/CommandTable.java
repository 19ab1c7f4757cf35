package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Battle.State;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Lottery.Phase;
import io.github.danmuhub.event.Moderation.Action;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.bilibili.message.GuardPurchase.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which command is read by whom. What is listed neither here nor in {@link NoticeTable} becomes
 * {@code unknown}: there are hundreds, and new ones every month.
 */
final class CommandTable {
  /** What the open platform calls its commands, and what since 2026. */
  private static final String OPEN = "LIVE_OPEN_PLATFORM_";

  private static final String OPEN_NOW = "OPEN_LIVEROOM_";

  private static final Map<String, Command> TABLE =
      table(
          // chat
          line(ChatCommand::read, "DANMU_MSG", "DANMU_MSG_MIRROR"),
          line(ModerationCommands::recall, "RECALL_DANMU_MSG"),
          // money
          line(GiftCommand::read, "SEND_GIFT"),
          line(GiftV2Command::read, "SEND_GIFT_V2"),
          line(ComboCommand::read, "COMBO_SEND", "COMBO_END"),
          line(SuperChatCommands::message, "SUPER_CHAT_MESSAGE", "SUPER_CHAT_MESSAGE_JPN"),
          line(SuperChatCommands::delete, "SUPER_CHAT_MESSAGE_DELETE"),
          line(GuardCommand.of(Report.BUY), "GUARD_BUY"),
          line(GuardCommand.of(Report.TOAST), "USER_TOAST_MSG"),
          line(GuardCommand.of(Report.TOAST_V2), "USER_TOAST_MSG_V2"),
          // people
          line(InteractCommand::read, "INTERACT_WORD"),
          line(InteractV2Command::read, "INTERACT_WORD_V2"),
          line(WelcomeCommands::entryEffect, "ENTRY_EFFECT", "ENTRY_EFFECT_MUST_RECEIVE"),
          line(WelcomeCommands::welcome, "WELCOME", "WELCOME_GUARD", "WELCOME_ACTIVITY"),
          line(LikeCommand::read, "LIKE_INFO_V3_CLICK"),
          // figures, COLLABORATION_ of all rooms that broadcast together
          line(StatsCommands.of(Map.of("click_count", Figure.LIKES)), "LIKE_INFO_V3_UPDATE"),
          line(
              StatsCommands.of(Map.of("num", Figure.WATCHED)),
              "WATCHED_CHANGE",
              "COLLABORATION_LIVE_WATCHED"),
          line(StatsCommands.of(Map.of("num", Figure.ONLINE)), "COLLABORATION_LIVE_ONLINE"),
          line(StatsCommands.of(Map.of("num", Figure.POPULARITY)), "COLLABORATION_LIVE_POPULARITY"),
          line(
              StatsCommands.of(Map.of("fans", Figure.FOLLOWERS, "fans_club", Figure.MEMBERS)),
              "ROOM_REAL_TIME_MESSAGE_UPDATE"),
          line(StatsCommands::online, "ONLINE_RANK_COUNT"),
          line(RankCommands::v2, "ONLINE_RANK_V2"),
          line(RankCommands::v3, "ONLINE_RANK_V3"),
          // room
          line(RoomCommands::live, "LIVE"),
          line(RoomCommands::preparing, "PREPARING"),
          line(RoomCommands::change, "ROOM_CHANGE"),
          // battles
          battle(State.START, "PK_BATTLE_PRE", "PK_BATTLE_PRE_NEW", "PK_MATCH", "PK_PRE"),
          battle(State.START, "PK_BATTLE_START", "PK_BATTLE_START_NEW", "PK_START"),
          battle(State.PROGRESS, "PK_BATTLE_PROCESS", "PK_BATTLE_PROCESS_NEW"),
          battle(State.PROGRESS, "PK_BATTLE_FINAL_PROCESS", "PK_PROCESS", "PK_INFO"),
          battle(State.END, "PK_BATTLE_END", "PK_BATTLE_PUNISH_END", "PK_END", "PK_MIC_END"),
          battle(State.END, "PK_BATTLE_VIDEO_PUNISH_BEGIN", "PK_BATTLE_VIDEO_PUNISH_END"),
          battle(State.END, "PK_BATTLE_SETTLE", "PK_BATTLE_SETTLE_NEW", "PK_BATTLE_SETTLE_V2"),
          battle(State.END, "PK_BATTLE_SETTLE_USER", "PK_SETTLE"),
          // moderation
          line(ModerationCommands::block, "ROOM_BLOCK_MSG"),
          line(ModerationCommands.silence(Action.SILENCE_ON), "ROOM_SILENT_ON"),
          line(ModerationCommands.silence(Action.SILENCE_OFF), "ROOM_SILENT_OFF"),
          line(ModerationCommands.of(Action.WARN), "WARNING"),
          line(ModerationCommands.of(Action.CUT_OFF), "CUT_OFF"),
          line(ModerationCommands.of(Action.ADMIN_ADD), "room_admin_entrance"),
          line(ModerationCommands.of(Action.ADMIN_REMOVE), "ROOM_ADMIN_REVOKE"),
          line(ModerationCommands::lock, "ROOM_LOCK"),
          line(DialogCommands.of(Action.CUT_OFF), "CUT_OFF_V2"),
          line(
              DialogCommands.of(Action.WARN),
              "ANCHOR_ECOLOGY_LIVING_DIALOG",
              "FULL_SCREEN_MASK_OPEN"),
          // lotteries
          line(LotteryCommands.of(Phase.START), "ANCHOR_LOT_START"),
          line(LotteryCommands.of(Phase.END), "ANCHOR_LOT_END"),
          line(LotteryCommands.of(Phase.AWARD), "ANCHOR_LOT_AWARD"),
          pocket(Phase.START, "POPULARITY_RED_POCKET_NEW", "POPULARITY_RED_POCKET_START"),
          pocket(Phase.START, "POPULARITY_RED_POCKET_V2_NEW", "POPULARITY_RED_POCKET_V2_START"),
          pocket(Phase.AWARD, "POPULARITY_RED_POCKET_WINNER_LIST"),
          pocket(Phase.AWARD, "POPULARITY_RED_POCKET_V2_WINNER_LIST"),
          // open platform
          line(OpenPlatformCommands::chat, OPEN + "DM", OPEN + "DM_MIRROR"),
          line(OpenPlatformCommands::gift, OPEN + "SEND_GIFT"),
          line(OpenPlatformCommands::superChat, OPEN + "SUPER_CHAT"),
          line(OpenPlatformCommands::superChatDeleted, OPEN + "SUPER_CHAT_DEL"),
          line(OpenPlatformCommands::guard, OPEN + "GUARD"),
          line(OpenPlatformCommands::like, OPEN + "LIKE"),
          line(OpenPlatformCommands::enter, OPEN + "LIVE_ROOM_ENTER"),
          line(OpenPlatformCommands.turn(Broadcast.State.LIVE), OPEN + "LIVE_START"),
          line(OpenPlatformCommands.turn(Broadcast.State.OFFLINE), OPEN + "LIVE_END"),
          // words: see NoticeTable too
          line(NoticeCommands::marquee, "NOTICE_MSG"),
          line(InteractionCommand::read, "DM_INTERACTION"),
          line(RoomPlaceCommand::popular, "POPULAR_RANK_CHANGED"),
          line(RoomPlaceCommand::named, "AREA_RANK_CHANGED", "REVENUE_RANK_CHANGED"),
          line(RoomPlaceCommand::named, "RANK_CHANGED", "RANK_CHANGED_V2"),
          line(RoomPlaceCommand::hot, "HOT_RANK_CHANGED", "HOT_RANK_CHANGED_V2"),
          // chat and gifts once more, for games: those came already
          line(Message::copy, "LIVE_INTERACTIVE_GAME"));

  private CommandTable() {}

  /** A reader and the commands that it reads. */
  private record Line(Command reader, List<String> names) {}

  private static Line line(Command reader, String... names) {
    return new Line(reader, List.of(names));
  }

  private static Line battle(State state, String... names) {
    return line(BattleCommand.of(state), names);
  }

  private static Line pocket(Phase phase, String... names) {
    return line(RedPocketCommands.of(phase), names);
  }

  private static Map<String, Command> table(Line... lines) {
    Map<String, Command> table = new HashMap<>();
    for (Line line : lines) {
      line.names().forEach(name -> table.put(name, line.reader()));
    }
    return Map.copyOf(table);
  }

  /** All that are listed. */
  static Set<String> names() {
    Set<String> names = new HashSet<>(TABLE.keySet());
    names.addAll(NoticeTable.TABLE.keySet());
    return names;
  }

  /** Who reads the command of this name. */
  static Command of(String name) {
    String known = name.startsWith(OPEN_NOW) ? OPEN + name.substring(OPEN_NOW.length()) : name;
    Command typed = TABLE.get(known);
    return typed != null ? typed : NoticeTable.TABLE.getOrDefault(known, Message::unknown);
  }
}
