package io.github.danmuhub.platform.bilibili.site;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.danmuhub.platform.bilibili.site.ScriptWords.Viewer;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.Base64;
import java.util.Locale;

/** What viewers do, as today's platform tells it. Texts are ours and need no escaping. */
final class ScriptPeople {
  private static final long NANOS_OF_A_MS = 1_000_000;

  private static final String FACE = "https://i0.hdslb.com/bfs/face/member/noface.jpg";
  private static final int ENTER = 1;

  private final long room;
  private final long owner;

  ScriptPeople(long room, long owner) {
    this.room = room;
    this.owner = owner;
  }

  /** DANMU_MSG with the 18 entries of {@code info} that it has since 2024. */
  String chat(Viewer viewer, String text, int color, long id, long time) {
    String hash = Integer.toHexString(Long.hashCode(viewer.uid()));
    return """
        {"cmd":"DANMU_MSG","dm_v2":"","info":[[0,1,25,%d,%d,%d,0,"%s",0,0,0,"",0,"{}","{}",%s,\
        {"activity_identity":"","activity_source":0,"not_show":0},0],"%s",\
        [%d,"%s",0,0,0,10000,1,""],%s,[20,0,9868950,">50000",0],["",""],0,%d,null,\
        {"ts":%d,"ct":"%s"},0,0,null,null,0,42,[12],null]}"""
        .formatted(
            color,
            time,
            (int) (id * 31),
            hash,
            sender(viewer, text, color, id),
            text,
            viewer.uid(),
            viewer.name(),
            medal(viewer),
            viewer.guard(),
            time / 1000,
            hash.toUpperCase(Locale.ROOT));
  }

  /** The message's only id lies in JSON inside a JSON string. */
  private static String sender(Viewer viewer, String text, int color, long id) {
    String extra =
        """
        {"send_from_me":false,"mode":0,"color":%d,"dm_type":0,"font_size":25,"content":"%s",\
        "user_hash":"%d","emoticon_unique":"","emots":null,"id_str":"%d","show_reply":true,\
        "reply_mid":0,"reply_uname":"","hit_combo":0}"""
            .formatted(color, text, Integer.toUnsignedLong(Long.hashCode(viewer.uid())), id);
    return """
        {"extra":"%s","mode":0,"show_player_type":0,"user":{"uid":%d,"base":{"name":"%s",\
        "face":"%s","is_mystery":false},"guard":null,"medal":null,"title":null,"wealth":null}}"""
        .formatted(
            String.valueOf(JsonStringEncoder.getInstance().quoteAsString(extra)),
            viewer.uid(),
            viewer.name(),
            FACE);
  }

  private String medal(Viewer viewer) {
    return viewer.medal() == 0
        ? "[]"
        : "[%d,\"弹幕团\",\"主播\",%d,6067854,\"\",0,6067854,6067854,6067854,%d,1,%d]"
            .formatted(viewer.medal(), room, viewer.guard(), owner);
  }

  /** INTERACT_WORD_V2: protobuf in base64 in JSON since 2025. */
  String enter(Viewer viewer, long id, long time) {
    ProtoWriter interact =
        new ProtoWriter()
            .varint(1, viewer.uid())
            .string(2, viewer.name())
            .varint(5, ENTER)
            .varint(6, room)
            .varint(7, time / 1000)
            .varint(8, time + id)
            .varint(15, time * NANOS_OF_A_MS + id % NANOS_OF_A_MS)
            .message(22, user(viewer));
    if (viewer.medal() > 0) {
      interact.message(9, badge(viewer));
    }
    String pb = Base64.getEncoder().encodeToString(interact.toBytes());
    return "{\"cmd\":\"INTERACT_WORD_V2\",\"data\":{\"dmscore\":6,\"pb\":\"%s\"}}".formatted(pb);
  }

  private ProtoWriter badge(Viewer viewer) {
    return new ProtoWriter()
        .varint(1, owner)
        .varint(2, viewer.medal())
        .string(3, "弹幕团")
        .varint(4, 6067854)
        .varint(8, 1)
        .varint(9, viewer.guard())
        .varint(12, room);
  }

  private static ProtoWriter user(Viewer viewer) {
    ProtoWriter base = new ProtoWriter().string(1, viewer.name()).string(2, FACE);
    return new ProtoWriter().varint(1, viewer.uid()).message(2, base);
  }

  String like(Viewer viewer) {
    return """
        {"cmd":"LIKE_INFO_V3_CLICK","data":{"show_area":1,"msg_type":6,"like_icon":"",\
        "uid":%d,"like_text":"为主播点赞了","uname":"%s","uname_color":"","identities":[1],\
        "contribution_info":{"grade":0},"dmscore":20}}"""
        .formatted(viewer.uid(), viewer.name());
  }
}
