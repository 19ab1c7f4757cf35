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
          entry("COMMON_NOTICE_DANMAKU", Wording.of("{data.content_segments.text}")),
          entry("LIKE_INFO_V3_NOTICE", Wording.of("{data.content_segments.text}")),
          entry("LIVE_ROOM_TOAST_MESSAGE", Wording.of("{data.message}")),
          entry("WATCH_ROOM_TOAST_MESSAGE", Wording.of("{data.message}")),
          entry("SYS_MSG", Wording.of("{msg_self}", "{msg_text}", "{msg}")),
          entry("SYS_GIFT", Wording.of("{msg_text}", "{tips}", "{msg}")),
          entry("GUARD_MSG", Wording.of("{msg}")),
          entry("LOG_IN_NOTICE", Wording.of("{data.notice_msg}")),
          entry("STUDIO_ROOM_CLOSE", Wording.of("{msg}")),
          entry("COMMON_BIG_EVENT", Wording.of("{data.content}")),
          entry("HALF_SCREEN_TRIGGER", Wording.of("{data.title}")),
          entry("PLAY_TOGETHER", Wording.of("{data.message}")),
          entry("PLAY_TAG", Wording.of("{data.title} {data.team_message}", "{data.title}")),
          entry("INTERACTIVE_USER", Wording.of("{data.value.dm_msg}")),
          entry("PANEL_INTERACTIVE_NOTIFY_CHANGE", Wording.of("{data.text}")),
          entry(
              "OFFICIAL_ROOM_EVENT",
              Wording.of(
                  "{data.official_base_info.title} {data.countdown}{data.desc}",
                  "{data.official_base_info.title}")),
          entry(
              "FLOW_REWARD_CARD",
              Wording.of("{data.anchor_name}：{data.description}", "{data.description}")),
          entry(
              "COLLABORATION_LIVE_INFO",
              Wording.of(
                  "{data.multi_view.copy_writing}：{data.multi_view.activity_name}",
                  "{data.multi_view.copy_writing}：{data.multi_view.relation_view.view_name:、}",
                  "{data.multi_view.copy_writing}")),
          // to the anchor
          entry("ANCHOR_HELPER_DANMU", Wording.by("", "data.sender", "{data.msg}")),
          entry("ANCHOR_BROADCAST", Wording.by("", "data.sender", "{data.msg}")),
          entry(
              "ANCHOR_NORMAL_NOTIFY",
              Wording.of("{data.info.title} {data.info.content}", "{data.info.content}")),
          entry("ANCHOR_LOT_CHECKSTATUS", Wording.of("{data.reject_reason}")),
          entry("ANCHOR_LOT_NOTICE", Wording.of("{data.lottery_card.title}")),
          entry(
              "ROOM_CONTENT_AUDIT_REPORT",
              Wording.of("{data.audit_title}：{data.audit_reason}", "{data.audit_reason}")),
          entry("ROOM_NEWS_UPDATE", Wording.of("{data.news_content}")),
          entry("ROOM_NEWS_AUDIT_CHANGE", Wording.of("{data.news_content}")),
          entry("HOUR_RANK_AWARDS", Wording.of("{data.award_desc}", "{data.content}")),
          // to the one who watches
          entry("LITTLE_TIPS", Wording.of("{data.msg}")),
          entry("LITTLE_MESSAGE_BOX", Wording.of("{data.msg}")),
          entry("CARD_MSG", Wording.of("{data.card_data.msg}")),
          entry("LIKE_GUIDE_USER", Wording.of("{data.like_text}")),
          entry("FREE_GIFT_BUBBLE", Wording.of("{data.text}")),
          entry("FANS_CLUB_POKE_GIFT_NOTICE", Wording.of("{data.text}")),
          entry("POPULAR_RANK_GUIDE_CARD", Wording.of("{data.title} {data.sub_text}")),
          entry(
              "MESSAGEBOX_USER_GAIN_MEDAL",
              Wording.by("data.uid", "data.fan_name", "{data.msg_title}\n{data.msg_content}")),
          entry("USER_GAIN_MEDAL", Wording.of("{data.msg_title}\n{data.msg_content}")),
          entry(
              "MESSAGEBOX_USER_MEDAL_CHANGE",
              Wording.by(
                  "data.uid",
                  "data.fan_name",
                  "{data.upper_bound_content}",
                  "粉丝勋章【{data.medal_name}】{data.medal_level}级")),
          // ranks and achievements
          entry("ONLINE_RANK_TOP3", Wording.of("{data.list.msg:\n}")),
          entry("ACTIVITY_BANNER_UPDATE", Wording.of("{data.title}")),
          entry("ACTIVITY_BANNER_UPDATE_V2", Wording.of("{data.title}")),
          entry("HOT_RANK_SETTLEMENT", Wording.of("{data.dm_msg}")),
          entry("HOT_RANK_SETTLEMENT_V2", Wording.of("{data.dm_msg}")),
          entry("ROOM_RANK", Wording.of("{data.rank_desc}")),
          entry("CNY_HOT_RANK", Wording.of("{data.title} {data.subtitle}", "{data.text}")),
          entry("GIFT_STAR_PROCESS", Wording.of("{data.tip}")),
          entry(
              "GUARD_ACHIEVEMENT_ROOM",
              Wording.of("{data.first_line_content} {data.second_line_content}")),
          entry("GUARD_LEADER_NOTICE", Wording.by("data.uid", "data.name", "舰队指挥官：{data.name}")),
          entry(
              "USER_VIRTUAL_MVP",
              Wording.by("data.uid", "data.uname", "{data.action}{data.goods_name}")),
          // lotteries of which only the words are known, and what is played together
          entry(
              "DANMU_AGGREGATION", Wording.of("{data.msg} ×{data.aggregation_num}", "{data.msg}")),
          entry("SPECIAL_GIFT", Wording.of("{data.39.content}")),
          entry(
              "VTR_GIFT_LOTTERY",
              Wording.by(
                  "data.uid", "data.award_username", "{data.interact_msg}", "{data.toast_msg}")),
          entry("WIN_ACTIVITY", Wording.of("{data.title}")),
          entry("BOX_ACTIVITY_START", Wording.of("{data.title}")),
          entry(
              "LOTTERY_START",
              Wording.by("data.lottery.sender.uid", "data.lottery.sender.uname", "{data.message}")),
          entry(
              "GUARD_LOTTERY_START",
              Wording.by("data.lottery.sender.uid", "data.lottery.sender.uname", "{data.message}")),
          // calls
          entry("VIDEO_CONNECTION_MSG", Wording.of("{data.toast}")),
          entry("VIDEO_CONNECTION_JOIN_START", Wording.of("主播邀请{data.invited_uname}视频连线")),
          entry("VIDEO_CONNECTION_JOIN_END", Wording.of("{data.toast}")),
          entry(
              "VOICE_JOIN_STATUS",
              Wording.by("data.uid", "data.user_name", "与{data.user_name}语音连麦")),
          entry("MULTI_VOICE_OWNER_LEAVE", Wording.of("{data.toast}")),
          entry("MULTI_VOICE_APPLICATION_USER", Wording.by("data.uid", "", "{data.toast}")),
          entry("MULTI_VOICE_APPLICATION_ANCHOR", Wording.by("data.uid", "", "{data.toast}")),
          entry(
              "MULTI_VOICE_PK_STATUS",
              Wording.of("{data.start_toast}", "{data.end_toast}", "{data.break_toast}")),
          entry("NEW_PK_START", Wording.of("{data.toast}")),
          entry("PK_LOTTERY_START", Wording.of("{data.title}")),
          entry("PK_BATTLE_GIFT", Wording.of("{data.gift_msg}")),
          entry("PK_BATTLE_RANK_CHANGE", Wording.of("{data.rank_name}")),
          // the shop
          entry("GOTO_BUY_FLOW", Wording.of("{data.text}")),
          entry("SHOPPING_EXPLAIN_CARD", Wording.of("{data.goods_name}")),
          entry(
              "RECOMMEND_CARD",
              Wording.of("{data.recommend_list.shopping_card_detail.goods_name:、}")));

  private NoticeTable() {}
}
