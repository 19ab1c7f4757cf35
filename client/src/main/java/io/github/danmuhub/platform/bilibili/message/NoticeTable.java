package io.github.danmuhub.platform.bilibili.message;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The commands that are only words, and how players put them together. The captions of widgets
 * (WIDGET_BANNER, LIVE_PANEL_CHANGE_CONTENT, …) are not in it: they say how a page looks. Nor are
 * words looked for in commands whose fields are not known: a wrong notice is worse than an {@code
 * unknown} with all that came.
 */
final class NoticeTable {
  static final Map<String, Command> TABLE =
      Map.ofEntries(
          // what the platform says to the room
          words("COMMON_NOTICE_DANMAKU", "{data.content_segments.text}"),
          words("LIKE_INFO_V3_NOTICE", "{data.content_segments.text}"),
          words("LIVE_ROOM_TOAST_MESSAGE", "{data.message}"),
          words("WATCH_ROOM_TOAST_MESSAGE", "{data.message}"),
          words("SYS_MSG", "{msg_self}", "{msg_text}", "{msg}"),
          words("SYS_GIFT", "{msg_text}", "{tips}", "{msg}"),
          words("GUARD_MSG", "{msg}"),
          words("LOG_IN_NOTICE", "{data.notice_msg}"),
          words("STUDIO_ROOM_CLOSE", "{msg}"),
          words("COMMON_BIG_EVENT", "{data.content}"),
          words("HALF_SCREEN_TRIGGER", "{data.title}"),
          words("PLAY_TOGETHER", "{data.message}"),
          words("PLAY_TAG", "{data.title} {data.team_message}", "{data.title}"),
          words("INTERACTIVE_USER", "{data.value.dm_msg}"),
          words("PANEL_INTERACTIVE_NOTIFY_CHANGE", "{data.text}"),
          words(
              "OFFICIAL_ROOM_EVENT",
              "{data.official_base_info.title} {data.countdown}{data.desc}",
              "{data.official_base_info.title}"),
          words("FLOW_REWARD_CARD", "{data.anchor_name}：{data.description}", "{data.description}"),
          words(
              "COLLABORATION_LIVE_INFO",
              "{data.multi_view.copy_writing}：{data.multi_view.activity_name}",
              "{data.multi_view.copy_writing}：{data.multi_view.relation_view.view_name:、}",
              "{data.multi_view.copy_writing}"),
          // to the anchor
          by("ANCHOR_HELPER_DANMU", "", "data.sender", "{data.msg}"),
          by("ANCHOR_BROADCAST", "", "data.sender", "{data.msg}"),
          words(
              "ANCHOR_NORMAL_NOTIFY",
              "{data.info.title} {data.info.content}",
              "{data.info.content}"),
          words("ANCHOR_LOT_CHECKSTATUS", "{data.reject_reason}"),
          words("ANCHOR_LOT_NOTICE", "{data.lottery_card.title}"),
          words(
              "ROOM_CONTENT_AUDIT_REPORT",
              "{data.audit_title}：{data.audit_reason}",
              "{data.audit_reason}"),
          words("ROOM_NEWS_UPDATE", "{data.news_content}"),
          words("ROOM_NEWS_AUDIT_CHANGE", "{data.news_content}"),
          words("HOUR_RANK_AWARDS", "{data.award_desc}", "{data.content}"),
          // to the one who watches
          words("LITTLE_TIPS", "{data.msg}"),
          words("LITTLE_MESSAGE_BOX", "{data.msg}"),
          words("CARD_MSG", "{data.card_data.msg}"),
          words("LIKE_GUIDE_USER", "{data.like_text}"),
          words("FREE_GIFT_BUBBLE", "{data.text}"),
          words("FANS_CLUB_POKE_GIFT_NOTICE", "{data.text}"),
          words("POPULAR_RANK_GUIDE_CARD", "{data.title} {data.sub_text}"),
          by(
              "MESSAGEBOX_USER_GAIN_MEDAL",
              "data.uid",
              "data.fan_name",
              "{data.msg_title}\n{data.msg_content}"),
          words("USER_GAIN_MEDAL", "{data.msg_title}\n{data.msg_content}"),
          by(
              "MESSAGEBOX_USER_MEDAL_CHANGE",
              "data.uid",
              "data.fan_name",
              "{data.upper_bound_content}",
              "粉丝勋章【{data.medal_name}】{data.medal_level}级"),
          // ranks and achievements
          words("ONLINE_RANK_TOP3", "{data.list.msg:\n}"),
          words("ACTIVITY_BANNER_UPDATE", "{data.title}"),
          words("ACTIVITY_BANNER_UPDATE_V2", "{data.title}"),
          words("HOT_RANK_SETTLEMENT", "{data.dm_msg}"),
          words("HOT_RANK_SETTLEMENT_V2", "{data.dm_msg}"),
          words("ROOM_RANK", "{data.rank_desc}"),
          words("CNY_HOT_RANK", "{data.title} {data.subtitle}", "{data.text}"),
          words("GIFT_STAR_PROCESS", "{data.tip}"),
          words("GUARD_ACHIEVEMENT_ROOM", "{data.first_line_content} {data.second_line_content}"),
          by("GUARD_LEADER_NOTICE", "data.uid", "data.name", "舰队指挥官：{data.name}"),
          by("USER_VIRTUAL_MVP", "data.uid", "data.uname", "{data.action}{data.goods_name}"),
          // lotteries of which only the words are known, and what is played together
          words("DANMU_AGGREGATION", "{data.msg} ×{data.aggregation_num}", "{data.msg}"),
          words("SPECIAL_GIFT", "{data.39.content}"),
          by(
              "VTR_GIFT_LOTTERY",
              "data.uid",
              "data.award_username",
              "{data.interact_msg}",
              "{data.toast_msg}"),
          words("WIN_ACTIVITY", "{data.title}"),
          words("BOX_ACTIVITY_START", "{data.title}"),
          by(
              "LOTTERY_START",
              "data.lottery.sender.uid",
              "data.lottery.sender.uname",
              "{data.message}"),
          by(
              "GUARD_LOTTERY_START",
              "data.lottery.sender.uid",
              "data.lottery.sender.uname",
              "{data.message}"),
          // calls
          words("VIDEO_CONNECTION_MSG", "{data.toast}"),
          words("VIDEO_CONNECTION_JOIN_START", "主播邀请{data.invited_uname}视频连线"),
          words("VIDEO_CONNECTION_JOIN_END", "{data.toast}"),
          by("VOICE_JOIN_STATUS", "data.uid", "data.user_name", "与{data.user_name}语音连麦"),
          words("MULTI_VOICE_OWNER_LEAVE", "{data.toast}"),
          by("MULTI_VOICE_APPLICATION_USER", "data.uid", "", "{data.toast}"),
          by("MULTI_VOICE_APPLICATION_ANCHOR", "data.uid", "", "{data.toast}"),
          words(
              "MULTI_VOICE_PK_STATUS",
              "{data.start_toast}",
              "{data.end_toast}",
              "{data.break_toast}"),
          words("NEW_PK_START", "{data.toast}"),
          words("PK_LOTTERY_START", "{data.title}"),
          words("PK_BATTLE_GIFT", "{data.gift_msg}"),
          words("PK_BATTLE_RANK_CHANGE", "{data.rank_name}"),
          // the shop
          words("GOTO_BUY_FLOW", "{data.text}"),
          words("SHOPPING_EXPLAIN_CARD", "{data.goods_name}"),
          words("RECOMMEND_CARD", "{data.recommend_list.shopping_card_detail.goods_name:、}"));

  private NoticeTable() {}

  /** The first of these templates that can be filled. */
  private static Map.Entry<String, Command> words(String cmd, String... templates) {
    return entry(cmd, Wording.of(templates));
  }

  /** The same, with the paths of the id and of the name of who did or said it. */
  private static Map.Entry<String, Command> by(
      String cmd, String uid, String name, String... templates) {
    return entry(cmd, Wording.by(uid, name, templates));
  }
}
