package io.github.danmuhub.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/**
 * Made-up Bilibili messages in the shape of real ones: 60 % chat, 25 % enter, 15 % gift, mean 2.2
 * KB of JSON. Names, texts and ids vary, so that nothing can be learnt by heart.
 */
final class BilibiliMessages {
  private static final String HAN = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会";

  private final Random random;

  BilibiliMessages(long seed) {
    random = new Random(seed);
  }

  byte[] next() {
    int kind = random.nextInt(100);
    String json = kind < 60 ? chat() : kind < 85 ? enter() : gift();
    return json.getBytes(UTF_8);
  }

  private String chat() {
    long uid = uid();
    String name = han(2, 8);
    String text = han(3, 25);
    long ms = 1_790_000_000_000L + random.nextInt(1_000_000_000);
    String extra =
        ("{\"send_from_me\":false,\"master_player_hidden\":false,\"mode\":0,\"color\":16777215,"
                + "\"dm_type\":0,\"font_size\":25,\"player_mode\":1,\"show_player_type\":0,"
                + "\"content\":\"%s\",\"user_hash\":\"%d\",\"emoticon_unique\":\"\","
                + "\"bulge_display\":0,\"recommend_score\":4,\"main_state_dm_color\":\"\","
                + "\"objective_state_dm_color\":\"\",\"direction\":0,\"pk_direction\":0,"
                + "\"quartet_direction\":0,\"anniversary_crowd\":0,\"yeah_space_type\":\"\","
                + "\"yeah_space_url\":\"\",\"jump_to_url\":\"\",\"space_type\":\"\",\"space_url\":\"\","
                + "\"animation\":{},\"emots\":null,\"is_audited\":false,\"id_str\":\"%s\","
                + "\"icon\":null,\"show_reply\":true,\"reply_mid\":0,\"reply_uname\":\"\","
                + "\"reply_uname_color\":\"\",\"reply_is_mystery\":false,\"reply_type_enum\":0,"
                + "\"hit_combo\":0,\"esports_jump_url\":\"\"}")
            .formatted(text, random.nextInt() & 0xffffffffL, hex(24))
            .replace("\"", "\\\"");
    return ("{\"cmd\":\"DANMU_MSG\",\"dm_v2\":\"\",\"info\":[[0,1,25,%d,%d,%d,0,\"%s\",0,0,0,\"\",0,"
            + "\"{}\",\"{}\",{\"extra\":\"%s\",\"mode\":0,\"show_player_type\":0,\"user\":%s},"
            + "{\"activity_identity\":\"\",\"activity_source\":0,\"not_show\":0},0],\"%s\","
            + "[%d,\"%s\",0,0,0,10000,1,\"\"],%s,[%d,0,9868950,\"\\u003e50000\",0],[\"\",\"\"],0,%d,"
            + "null,{\"ts\":%d,\"ct\":\"%s\"},0,0,null,null,0,98,[13],null]}")
        .formatted(
            random.nextInt(0xffffff),
            ms,
            random.nextInt(),
            hex(8),
            extra,
            uinfo(uid, name),
            text,
            uid,
            name,
            random.nextInt(3) == 0 ? "[]" : medal(),
            random.nextInt(60),
            random.nextInt(20) == 0 ? 3 : 0,
            ms / 1000,
            hex(8));
  }

  private String medal() {
    return "[%d,\"%s\",\"%s\",%d,1725515,\"\",0,6809855,1725515,5414290,0,1,%d]"
        .formatted(
            1 + random.nextInt(30), han(2, 3), han(2, 6), 1 + random.nextInt(30_000_000), uid());
  }

  private String uinfo(long uid, String name) {
    return ("{\"uid\":%d,\"base\":{\"name\":\"%s\",\"face\":\"%s\",\"name_color\":0,\"is_mystery\":false,"
            + "\"risk_ctrl_info\":null,\"origin_info\":{\"name\":\"%s\",\"face\":\"%s\"},"
            + "\"official_info\":{\"role\":0,\"title\":\"\",\"desc\":\"\",\"type\":-1},"
            + "\"name_color_str\":\"\"},\"medal\":{\"name\":\"%s\",\"level\":%d,\"color_start\":6809855,"
            + "\"color_end\":5414290,\"color_border\":6809855,\"color\":1725515,\"id\":%d,\"typ\":0,"
            + "\"is_light\":1,\"ruid\":%d,\"guard_level\":0,\"score\":%d,\"guard_icon\":\"\","
            + "\"honor_icon\":\"\",\"v2_medal_color_start\":\"#4C7DFF99\","
            + "\"v2_medal_color_end\":\"#4C7DFF99\",\"v2_medal_color_border\":\"#4C7DFF99\","
            + "\"v2_medal_color_text\":\"#FFFFFFFF\",\"v2_medal_color_level\":\"#00308C99\","
            + "\"user_receive_count\":0},\"wealth\":null,\"title\":null,"
            + "\"guard\":null,\"uhead_frame\":null,\"guard_leader\":null}")
        .formatted(
            uid,
            name,
            face(),
            name,
            face(),
            han(2, 3),
            1 + random.nextInt(30),
            random.nextInt(1_000_000),
            uid(),
            random.nextInt(50_000_000));
  }

  private String enter() {
    long uid = uid();
    String name = han(2, 8);
    long s = 1_790_000_000L + random.nextInt(1_000_000);
    return ("{\"cmd\":\"INTERACT_WORD\",\"data\":{\"contribution\":{\"grade\":0},\"contribution_v2\":"
            + "{\"grade\":0,\"rank_type\":\"\",\"text\":\"\"},\"core_user_type\":0,\"dmscore\":4,"
            + "\"fans_medal\":{\"anchor_roomid\":%d,\"guard_level\":0,\"icon_id\":0,\"is_lighted\":1,"
            + "\"medal_color\":1725515,\"medal_color_border\":1725515,\"medal_color_end\":5414290,"
            + "\"medal_color_start\":1725515,\"medal_level\":%d,\"medal_name\":\"%s\",\"score\":%d,"
            + "\"special\":\"\",\"target_id\":%d},\"group_medal\":null,\"identities\":[3,1],"
            + "\"is_mystery\":false,\"is_spread\":0,\"msg_type\":1,\"privilege_type\":0,\"roomid\":545068,"
            + "\"score\":%d,\"spread_desc\":\"\",\"spread_info\":\"\",\"tail_icon\":0,\"tail_text\":\"\","
            + "\"timestamp\":%d,\"trigger_time\":%d,\"uid\":%d,\"uinfo\":%s,\"uname\":\"%s\","
            + "\"uname_color\":\"\"}}")
        .formatted(
            1 + random.nextInt(30_000_000),
            1 + random.nextInt(30),
            han(2, 3),
            random.nextInt(50_000_000),
            uid(),
            s * 1000 + random.nextInt(1000),
            s,
            s * 1_000_000_000L + random.nextInt(1_000_000_000),
            uid,
            uinfo(uid, name),
            name);
  }

  private String gift() {
    long uid = uid();
    String name = han(2, 8);
    int num = 1 + random.nextInt(10);
    long s = 1_790_000_000L + random.nextInt(1_000_000);
    String combo = "batch:gift:combo_id:%d:1:31036:%d.%04d".formatted(uid, s, random.nextInt(9999));
    return ("{\"cmd\":\"SEND_GIFT\",\"danmu\":{\"area\":1},\"data\":{\"action\":\"投喂\",\"bag_gift\":null,"
            + "\"batch_combo_id\":\"%s\",\"batch_combo_send\":null,\"beatId\":\"0\",\"biz_source\":\"Live\","
            + "\"blind_gift\":null,\"broadcast_id\":0,\"coin_type\":\"gold\",\"combo_resources_id\":1,"
            + "\"combo_send\":null,\"combo_stay_time\":5,\"combo_total_coin\":%d,\"crit_prob\":0,"
            + "\"demarcation\":1,\"discount_price\":100,\"dmscore\":112,\"draw\":0,\"effect\":0,"
            + "\"effect_block\":1,\"effect_config\":null,\"face\":\"%s\",\"face_effect_id\":0,"
            + "\"face_effect_type\":0,\"face_effect_v2\":{\"id\":0,\"type\":0},\"float_sc_resource_id\":0,"
            + "\"giftId\":31036,\"giftName\":\"小花花\",\"giftType\":5,\"gift_info\":{\"effect_id\":0,"
            + "\"gif\":\"%s\",\"has_imaged_gift\":0,\"img_basic\":\"%s\",\"webp\":\"%s\"},\"gift_tag\":[],"
            + "\"gold\":0,\"group_medal\":null,\"guard_level\":0,\"is_first\":true,"
            + "\"is_join_receiver\":false,\"is_naming\":false,\"is_special_batch\":0,\"magnification\":1,"
            + "\"medal_info\":{\"anchor_roomid\":0,\"anchor_uname\":\"\",\"guard_level\":0,\"icon_id\":0,"
            + "\"is_lighted\":1,\"medal_color\":6126494,\"medal_color_border\":6126494,"
            + "\"medal_color_end\":6126494,\"medal_color_start\":6126494,\"medal_level\":%d,"
            + "\"medal_name\":\"%s\",\"special\":\"\",\"target_id\":%d},\"name_color\":\"\",\"num\":%d,"
            + "\"original_gift_name\":\"\",\"price\":100,\"rcost\":%d,\"receive_user_info\":"
            + "{\"uid\":%d,\"uname\":\"%s\"},\"receiver_uinfo\":null,\"remain\":0,\"rnd\":\"%s\","
            + "\"send_master\":null,\"sender_uinfo\":%s,\"silver\":0,\"super\":0,"
            + "\"super_batch_gift_num\":%d,\"super_gift_num\":%d,\"svga_block\":0,\"switch\":true,"
            + "\"tag_image\":\"\",\"tid\":\"%d\",\"timestamp\":%d,\"top_list\":null,\"total_coin\":%d,"
            + "\"uid\":%d,\"uname\":\"%s\",\"wealth_level\":22}}")
        .formatted(
            combo,
            num * 100,
            face(),
            face(),
            face(),
            face(),
            1 + random.nextInt(30),
            han(2, 3),
            uid(),
            num,
            random.nextInt(100_000_000),
            uid(),
            han(3, 6),
            hex(19),
            uinfo(uid, name),
            num,
            num,
            random.nextLong() >>> 1,
            s,
            num * 100,
            uid,
            name);
  }

  private long uid() {
    return random.nextInt(4) == 0
        ? 3_493_000_000_000_000L + random.nextInt()
        : 1_000 + random.nextInt(700_000_000);
  }

  private String face() {
    return "https://i0.hdslb.com/bfs/face/" + hex(40) + ".jpg";
  }

  private String han(int min, int max) {
    int n = min + random.nextInt(max - min + 1);
    StringBuilder text = new StringBuilder(n);
    for (int i = 0; i < n; i++) {
      text.append(HAN.charAt(random.nextInt(HAN.length())));
    }
    return text.toString();
  }

  private String hex(int n) {
    StringBuilder text = new StringBuilder(n);
    for (int i = 0; i < n; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
