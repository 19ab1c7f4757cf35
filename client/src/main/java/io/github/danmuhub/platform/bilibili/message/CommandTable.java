package io.github.danmuhub.platform.bilibili.message;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * Which command is read by whom. What is not listed here becomes {@code unknown}: there are
 * hundreds, and new ones every month.
 */
final class CommandTable {
  private static final Map<String, Command> TABLE =
      Map.ofEntries(
          // chat
          entry("DANMU_MSG", ChatCommand::read),
          entry("DANMU_MSG_MIRROR", ChatCommand::read),
          entry("RECALL_DANMU_MSG", ModerationCommands::recall),
          // money
          entry("SEND_GIFT", GiftCommand::read),
          entry("SEND_GIFT_V2", GiftV2Command::read),
          entry("COMBO_SEND", ComboCommand::read),
          entry("SUPER_CHAT_MESSAGE", SuperChatCommands::message),
          entry("SUPER_CHAT_MESSAGE_JPN", SuperChatCommands::message),
          entry("SUPER_CHAT_MESSAGE_DELETE", SuperChatCommands::delete),
          entry("GUARD_BUY", GuardCommand::buy),
          entry("USER_TOAST_MSG", GuardCommand::toast),
          entry("USER_TOAST_MSG_V2", GuardCommand::toastV2),
          // people
          entry("INTERACT_WORD", InteractCommand::read),
          entry("INTERACT_WORD_V2", InteractV2Command::read),
          entry("ENTRY_EFFECT", WelcomeCommands::entryEffect),
          entry("ENTRY_EFFECT_MUST_RECEIVE", WelcomeCommands::entryEffect),
          entry("WELCOME", WelcomeCommands::welcome),
          entry("WELCOME_GUARD", WelcomeCommands::welcome),
          entry("LIKE_INFO_V3_CLICK", LikeCommand::read),
          // figures
          entry("LIKE_INFO_V3_UPDATE", StatsCommands::likes),
          entry("WATCHED_CHANGE", StatsCommands::watched),
          entry("ONLINE_RANK_COUNT", StatsCommands::online),
          entry("ROOM_REAL_TIME_MESSAGE_UPDATE", StatsCommands::fans),
          entry("ONLINE_RANK_V2", RankCommands::v2),
          entry("ONLINE_RANK_V3", RankCommands::v3),
          // room
          entry("LIVE", RoomCommands::live),
          entry("PREPARING", RoomCommands::preparing),
          entry("ROOM_CHANGE", RoomCommands::change),
          // moderation
          entry("ROOM_BLOCK_MSG", ModerationCommands::block),
          entry("ROOM_SILENT_ON", ModerationCommands::silenceOn),
          entry("ROOM_SILENT_OFF", ModerationCommands::silenceOff),
          entry("WARNING", ModerationCommands::warning),
          entry("CUT_OFF", ModerationCommands::cutOff),
          entry("room_admin_entrance", ModerationCommands::adminAdd),
          entry("ROOM_ADMIN_REVOKE", ModerationCommands::adminRevoke),
          // lotteries
          entry("ANCHOR_LOT_START", LotteryCommands::start),
          entry("ANCHOR_LOT_END", LotteryCommands::end),
          entry("ANCHOR_LOT_AWARD", LotteryCommands::award),
          entry("POPULARITY_RED_POCKET_NEW", RedPocketCommands::start),
          entry("POPULARITY_RED_POCKET_START", RedPocketCommands::start),
          entry("POPULARITY_RED_POCKET_WINNER_LIST", RedPocketCommands::winners),
          entry("POPULARITY_RED_POCKET_V2_NEW", RedPocketCommands::start),
          entry("POPULARITY_RED_POCKET_V2_START", RedPocketCommands::start),
          entry("POPULARITY_RED_POCKET_V2_WINNER_LIST", RedPocketCommands::winners),
          // words
          entry("NOTICE_MSG", NoticeCommands::marquee),
          entry("COMMON_NOTICE_DANMAKU", NoticeCommands::segments),
          entry("ONLINE_RANK_TOP3", NoticeCommands::top3),
          entry("ACTIVITY_BANNER_UPDATE_V2", NoticeCommands::banner),
          entry("LOG_IN_NOTICE", NoticeCommands::logIn),
          // a second copy of chat and gifts for games: those came already
          entry("LIVE_INTERACTIVE_GAME", Message::end));

  private CommandTable() {}

  /** All that are listed. */
  static Set<String> names() {
    return TABLE.keySet();
  }

  /** Who reads the command of this name. */
  static Command of(String name) {
    return TABLE.getOrDefault(name, Message::unknown);
  }
}
