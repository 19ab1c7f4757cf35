package io.github.danmuhub.platform.bilibili.message;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which command is read by whom. What is listed neither here nor in {@link NoticeTable} becomes
 * {@code unknown}: there are hundreds, and new ones every month.
 */
final class CommandTable {
  /** What the open platform calls its commands since 2026, and what it called them before. */
  private static final String OPEN = "OPEN_LIVEROOM_";

  private static final String OPEN_BEFORE = "LIVE_OPEN_PLATFORM_";

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
          entry("COMBO_END", ComboCommand::read),
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
          entry("WELCOME_ACTIVITY", WelcomeCommands::welcome),
          entry("LIKE_INFO_V3_CLICK", LikeCommand::read),
          // figures
          entry("LIKE_INFO_V3_UPDATE", StatsCommands::likes),
          entry("WATCHED_CHANGE", StatsCommands::watched),
          entry("ONLINE_RANK_COUNT", StatsCommands::online),
          entry("COLLABORATION_LIVE_WATCHED", StatsCommands::watched),
          entry("COLLABORATION_LIVE_ONLINE", StatsCommands::togetherOnline),
          entry("COLLABORATION_LIVE_POPULARITY", StatsCommands::togetherPopular),
          entry("ROOM_REAL_TIME_MESSAGE_UPDATE", StatsCommands::fans),
          entry("ONLINE_RANK_V2", RankCommands::v2),
          entry("ONLINE_RANK_V3", RankCommands::v3),
          // room
          entry("LIVE", RoomCommands::live),
          entry("PREPARING", RoomCommands::preparing),
          entry("ROOM_CHANGE", RoomCommands::change),
          // battles
          entry("PK_BATTLE_PRE", BattleCommand::start),
          entry("PK_BATTLE_PRE_NEW", BattleCommand::start),
          entry("PK_BATTLE_START", BattleCommand::start),
          entry("PK_BATTLE_START_NEW", BattleCommand::start),
          entry("PK_MATCH", BattleCommand::start),
          entry("PK_PRE", BattleCommand::start),
          entry("PK_START", BattleCommand::start),
          entry("PK_BATTLE_PROCESS", BattleCommand::progress),
          entry("PK_BATTLE_PROCESS_NEW", BattleCommand::progress),
          entry("PK_BATTLE_FINAL_PROCESS", BattleCommand::progress),
          entry("PK_PROCESS", BattleCommand::progress),
          entry("PK_INFO", BattleCommand::progress),
          entry("PK_BATTLE_END", BattleCommand::end),
          entry("PK_BATTLE_SETTLE", BattleCommand::end),
          entry("PK_BATTLE_SETTLE_NEW", BattleCommand::end),
          entry("PK_BATTLE_SETTLE_V2", BattleCommand::end),
          entry("PK_BATTLE_SETTLE_USER", BattleCommand::end),
          entry("PK_BATTLE_PUNISH_END", BattleCommand::end),
          entry("PK_BATTLE_VIDEO_PUNISH_BEGIN", BattleCommand::end),
          entry("PK_BATTLE_VIDEO_PUNISH_END", BattleCommand::end),
          entry("PK_SETTLE", BattleCommand::end),
          entry("PK_END", BattleCommand::end),
          entry("PK_MIC_END", BattleCommand::end),
          // moderation
          entry("ROOM_BLOCK_MSG", ModerationCommands::block),
          entry("ROOM_SILENT_ON", ModerationCommands::silenceOn),
          entry("ROOM_SILENT_OFF", ModerationCommands::silenceOff),
          entry("WARNING", ModerationCommands::warning),
          entry("CUT_OFF", ModerationCommands::cutOff),
          entry("CUT_OFF_V2", DialogCommands::cutOff),
          entry("ANCHOR_ECOLOGY_LIVING_DIALOG", DialogCommands::warning),
          entry("FULL_SCREEN_MASK_OPEN", DialogCommands::warning),
          entry("ROOM_LOCK", ModerationCommands::lock),
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
          // open platform
          entry("LIVE_OPEN_PLATFORM_DM", OpenPlatformCommands::chat),
          entry("LIVE_OPEN_PLATFORM_DM_MIRROR", OpenPlatformCommands::chat),
          entry("LIVE_OPEN_PLATFORM_SEND_GIFT", OpenPlatformCommands::gift),
          entry("LIVE_OPEN_PLATFORM_SUPER_CHAT", OpenPlatformCommands::superChat),
          entry("LIVE_OPEN_PLATFORM_SUPER_CHAT_DEL", OpenPlatformCommands::superChatDeleted),
          entry("LIVE_OPEN_PLATFORM_GUARD", OpenPlatformCommands::guard),
          entry("LIVE_OPEN_PLATFORM_LIKE", OpenPlatformCommands::like),
          entry("LIVE_OPEN_PLATFORM_LIVE_ROOM_ENTER", OpenPlatformCommands::enter),
          entry("LIVE_OPEN_PLATFORM_LIVE_START", OpenPlatformCommands::live),
          entry("LIVE_OPEN_PLATFORM_LIVE_END", OpenPlatformCommands::offline),
          // words: see NoticeTable too
          entry("NOTICE_MSG", NoticeCommands::marquee),
          entry("DM_INTERACTION", InteractionCommand::read),
          entry("POPULAR_RANK_CHANGED", RoomPlaceCommand::popular),
          entry("AREA_RANK_CHANGED", RoomPlaceCommand::named),
          entry("REVENUE_RANK_CHANGED", RoomPlaceCommand::named),
          entry("RANK_CHANGED", RoomPlaceCommand::named),
          entry("RANK_CHANGED_V2", RoomPlaceCommand::named),
          entry("HOT_RANK_CHANGED", RoomPlaceCommand::hot),
          entry("HOT_RANK_CHANGED_V2", RoomPlaceCommand::hot),
          // chat and gifts once more, for games: those came already
          entry("LIVE_INTERACTIVE_GAME", Message::copy));

  private CommandTable() {}

  /** All that are listed. */
  static Set<String> names() {
    Set<String> names = new HashSet<>(TABLE.keySet());
    names.addAll(NoticeTable.TABLE.keySet());
    return names;
  }

  /** Who reads the command of this name. */
  static Command of(String name) {
    String known = name.startsWith(OPEN) ? OPEN_BEFORE + name.substring(OPEN.length()) : name;
    Command typed = TABLE.get(known);
    return typed != null ? typed : NoticeTable.TABLE.getOrDefault(known, Message::unknown);
  }
}
