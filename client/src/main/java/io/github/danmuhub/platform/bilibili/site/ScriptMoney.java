package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.bilibili.site.ScriptWords.Viewer;
import java.util.List;

/** Gifts, super chats and guards, each with all the messages that the platform makes of it. */
final class ScriptMoney {
  private final long room;
  private final long owner;

  ScriptMoney(long room, long owner) {
    this.room = room;
    this.owner = owner;
  }

  /** Two gifts of one combo, and the message that repeats and ends it. 1000 gold are 1 CNY. */
  List<String> combo(Viewer viewer, long id, long time) {
    String combo = "batch:gift:combo_id:%d:%d:31036:%d".formatted(viewer.uid(), owner, id);
    return List.of(
        gift(viewer, combo, 1, id, time),
        gift(viewer, combo, 2, id + 1, time),
        """
        {"cmd":"COMBO_SEND","data":{"action":"投喂","batch_combo_id":"%s","batch_combo_num":2,\
        "combo_id":"%s","combo_num":2,"combo_total_coin":200,"dmscore":56,"gift_id":31036,\
        "gift_name":"小花花","gift_num":0,"is_join_receiver":false,"is_naming":false,\
        "name_color":"","r_uname":"主播","ruid":%d,"send_master":null,"total_num":2,"uid":%d,\
        "uname":"%s"}}"""
            .formatted(combo, combo, owner, viewer.uid(), viewer.name()));
  }

  private String gift(Viewer viewer, String combo, int nth, long id, long time) {
    return """
        {"cmd":"SEND_GIFT","data":{"action":"投喂","batch_combo_id":"%s","batch_combo_send":null,\
        "blind_gift":null,"coin_type":"gold","combo_send":null,"combo_stay_time":5,\
        "combo_total_coin":%d,"discount_price":100,"dmscore":56,"face":"","giftId":31036,\
        "giftName":"小花花","giftType":0,"guard_level":%d,"num":1,"price":100,"receive_user_info":\
        {"uid":%d,"uname":"主播"},"rnd":"%d","send_master":null,"super_batch_gift_num":%d,\
        "tid":"%d","timestamp":%d,"total_coin":100,"uid":%d,"uname":"%s"}}"""
        .formatted(
            combo,
            nth * 100,
            viewer.guard(),
            owner,
            id,
            nth,
            id,
            time / 1000,
            viewer.uid(),
            viewer.name());
  }

  /** A super chat and its double for Japanese readers, where ids are strings. */
  List<String> superChat(Viewer viewer, String text, long id, long time) {
    return List.of(
        """
        {"cmd":"SUPER_CHAT_MESSAGE","data":{"id":%d,"uid":%d,"price":30,"rate":1000,\
        "message":"%s","message_trans":"","trans_mark":0,"background_bottom_color":"#2A60B2",\
        "background_color":"#EDF5FF","start_time":%d,"end_time":%d,"time":60,"ts":%d,\
        "token":"%08X","gift":{"gift_id":12000,"gift_name":"醒目留言","num":1},"medal_info":null,\
        "user_info":{"uname":"%s","face":"","guard_level":%d,"user_level":20,"manager":0}},\
        "roomid":%d}"""
            .formatted(
                id,
                viewer.uid(),
                text,
                time / 1000,
                time / 1000 + 60,
                time / 1000,
                (int) id,
                viewer.name(),
                viewer.guard(),
                room),
        """
        {"cmd":"SUPER_CHAT_MESSAGE_JPN","data":{"id":"%d","uid":"%d","price":30,"rate":1000,\
        "message":"%s","message_jpn":"","background_bottom_color":"#2A60B2","start_time":%d,\
        "end_time":%d,"time":60,"ts":%d,"gift":{"gift_id":12000,"gift_name":"醒目留言","num":1},\
        "user_info":{"uname":"%s","face":"","guard_level":%d}},"roomid":"%d"}"""
            .formatted(
                id,
                viewer.uid(),
                text,
                time / 1000,
                time / 1000 + 60,
                time / 1000,
                viewer.name(),
                viewer.guard(),
                room));
  }

  /** One month of 舰长: the list price, the paid price twice, and a notice. */
  List<String> guard(Viewer viewer, long id, long time) {
    long seconds = time / 1000;
    return List.of(
        """
        {"cmd":"GUARD_BUY","data":{"uid":%d,"username":"%s","guard_level":3,"num":1,\
        "price":198000,"gift_id":10003,"gift_name":"舰长","start_time":%d,"end_time":%d}}"""
            .formatted(viewer.uid(), viewer.name(), seconds, seconds),
        """
        {"cmd":"USER_TOAST_MSG","data":{"uid":%d,"username":"%s","guard_level":3,"num":1,\
        "unit":"月","price":138000,"op_type":1,"payflow_id":"%d","role_name":"舰长",\
        "start_time":%d,"end_time":%d,"target_guard_count":12,\
        "toast_msg":"<%%%s%%> 开通了舰长，今天是TA陪伴主播的第1天"}}"""
            .formatted(viewer.uid(), viewer.name(), id, seconds, seconds, viewer.name()),
        """
        {"cmd":"USER_TOAST_MSG_V2","data":{"sender_uinfo":{"uid":%d,"base":{"name":"%s"}},\
        "guard_info":{"guard_level":3,"role_name":"舰长","start_time":%d,"end_time":%d,\
        "op_type":1},"pay_info":{"payflow_id":"%d","num":1,"price":138000,"unit":"月"},\
        "gift_info":{"gift_id":10003},"option":{"source":0},\
        "toast_msg":"<%%%s%%> 开通了舰长，今天是TA陪伴主播的第1天"}}"""
            .formatted(viewer.uid(), viewer.name(), seconds, seconds, id, viewer.name()),
        """
        {"cmd":"NOTICE_MSG","id":%d,"name":"舰长","msg_type":3,"roomid":%d,"real_roomid":%d,\
        "msg_common":"<%%%s%%> 在本房间开通了舰长","msg_self":"<%%%s%%> 在本房间开通了舰长",\
        "link_url":""}"""
            .formatted(id, room, room, viewer.name(), viewer.name()));
  }
}
